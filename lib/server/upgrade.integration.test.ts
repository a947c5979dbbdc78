import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readEnv } from './env'
import { applyMigrations } from './migrate'

const migrations = join(process.cwd(), 'prisma/migrations/sqlite')

describe('an upgrade on SQLite', () => {
  let folder = ''
  afterEach(async () => {
    vi.restoreAllMocks()
    await rm(folder, { recursive: true, force: true })
  })

  it('keeps every row of a database that the first version made', async () => {
    folder = await mkdtemp(join(tmpdir(), 'personae-upgrade-'))
    const [first = ''] = (await readdir(migrations)).sort()
    const old = join(folder, 'old/prisma/migrations/sqlite')
    await mkdir(old, { recursive: true })
    await cp(join(migrations, first), join(old, first), { recursive: true })
    await cp(join(migrations, 'migration_lock.toml'), join(old, 'migration_lock.toml'))
    await cp(
      join(process.cwd(), 'node_modules/@prisma/schema-engine-wasm'),
      join(folder, 'old/node_modules/@prisma/schema-engine-wasm'),
      { recursive: true },
    )
    const env = readEnv({ NODE_ENV: 'test', DATA_DIR: join(folder, 'data') })
    const here = vi.spyOn(process, 'cwd').mockReturnValue(join(folder, 'old'))
    expect(await applyMigrations(env)).toEqual([first])
    here.mockRestore()

    const client = createClient({ url: env.databaseUrl })
    await client.execute('PRAGMA foreign_keys = ON')
    await client.executeMultiple(`
      INSERT INTO "Workspace" ("id", "name", "currency", "timeZone", "language") VALUES ('w', 'Tea', 'EUR', 'UTC', 'en');
      INSERT INTO "Job" ("id", "workspaceId", "kind", "payload", "status") VALUES ('j', 'w', 'import', '{}', 'completed');
      INSERT INTO "Upload" ("id", "workspaceId", "fileName", "bytes", "sha256") VALUES ('u', 'w', 'a.csv', 5, 'x');
      INSERT INTO "Import" ("id", "workspaceId", "uploadId", "table", "mapping", "jobId") VALUES ('i', 'w', 'u', 'orders', '{}', 'j');
      INSERT INTO "Batch" ("id", "workspaceId", "importId", "table", "file", "rows", "bytes") VALUES ('b', 'w', 'i', 'orders', 'f', 1, 1);
    `)
    expect(await applyMigrations(env)).toEqual((await readdir(migrations)).sort().slice(1, -1))
    const { rows } = await client.execute(`
      SELECT b.visible, b.mode, b.position, b.format, i.stage, w.dataVersion FROM "Batch" b
      JOIN "Import" i ON i.id = b.importId JOIN "Upload" u ON u.id = i.uploadId JOIN "Workspace" w ON w.id = b.workspaceId`)
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { visible: 1, mode: 'update', position: 0, format: 1, stage: 'imported', dataVersion: 0 },
    ])
    client.close()
  })
})
