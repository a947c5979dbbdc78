import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listMigrations, noFilters, openSchemaEngine } from '../server/schema-engine'
import { startPrivatePostgres } from './postgres'
import { deriveSchema, providers, readSchema } from './schema'

// The schema as it stood when the last migration was committed is compared with the schema as it stands now. Comparing
// with a database that the history was replayed in needs introspection, which the engine as WebAssembly does not manage.
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Usage: npm run migration -- name_of_the_change')

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const lastMigration = git('log', '-1', '--format=%H', '--', 'prisma/migrations')
const before = lastMigration ? git('show', `${lastMigration}:prisma/schema.prisma`) : null

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const postgres = await startPrivatePostgres()
if (!postgres) throw new Error('Writing migrations needs PostgreSQL: apt-get install postgresql')
const scratch = await mkdtemp(join(tmpdir(), 'personae-migration-'))
const datamodel = (content: string) => ({
  tag: 'schemaDatamodel' as const,
  files: [{ path: 'schema.prisma', content }],
})

for (const provider of providers) {
  const { baseDir } = await listMigrations(provider)
  const schema = await readSchema(process.cwd(), provider)
  // An empty database: the engine asks it for its version only.
  const url = provider === 'sqlite' ? `file:${scratch}/empty.db` : postgres.url
  const { engine, close } = await openSchemaEngine(provider, url, schema)
  const from = before ? datamodel(deriveSchema(before, provider)) : { tag: 'empty' as const }
  const diff = await engine.diff({
    from,
    to: datamodel(schema),
    script: true,
    exitCode: null,
    filters: noFilters,
  })
  await close()
  const folder = join(baseDir, `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), diff.stdout ?? '')
  await writeFile(join(baseDir, 'migration_lock.toml'), `provider = "${provider}"\n`)
  console.log(`Written ${folder}`)
}
postgres.stop()
await rm(scratch, { recursive: true })
