import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listMigrations, noFilters, openSchemaEngine } from '../server/schema-engine'
import { startPrivatePostgres } from './postgres'
import { providers, readSchema } from './schema'

// The history of each provider is replayed in an empty database and compared with prisma/schema.prisma.
const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('Usage: npm run migration -- name_of_the_change')
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const scratch = await mkdtemp(join(tmpdir(), 'personae-migration-'))
const postgres = await startPrivatePostgres()
if (!postgres) throw new Error('Writing migrations needs PostgreSQL: apt-get install postgresql')

for (const provider of providers) {
  const migrations = await listMigrations(provider)
  const fresh = migrations.migrationDirectories.length === 0
  const url = provider === 'sqlite' ? `file:${scratch}/shadow.db` : postgres.url
  const schema = await readSchema(process.cwd(), provider)
  const engine = await openSchemaEngine(provider, url, schema)
  const to = { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content: schema }] }
  const from = fresh ? { tag: 'empty' as const } : { tag: 'migrations' as const, ...migrations }
  const diff = await engine.diff({ from, to, script: true, exitCode: null, filters: noFilters })
  const folder = join(migrations.baseDir, `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), diff.stdout ?? '')
  await writeFile(join(migrations.baseDir, 'migration_lock.toml'), `provider = "${provider}"\n`)
  console.log(`Written ${folder}`)
}
postgres.stop()
await rm(scratch, { recursive: true })
