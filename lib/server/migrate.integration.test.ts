import { fork } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createPostgresDatabase } from '../tooling/test-databases'
import { openDatabase } from './database'
import { readEnv } from './env'

const fixture = fileURLToPath(new URL('./migrate.fixture.ts', import.meta.url))

const base = process.env.TEST_POSTGRES_URL ?? ''

// An installation on SQLite has one server.
describe.skipIf(!base)('migrations on PostgreSQL', () => {
  it('are applied once when two servers start at the same moment', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'personae-migrate-'))
    const DATABASE_URL = await createPostgresDatabase(base)
    const execArgv = ['--import', 'tsx', '--conditions=react-server']
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL }
    const servers = [1, 2].map(() => fork(fixture, { execArgv, env }))
    const codes = servers.map((server) => new Promise((resolve) => server.once('exit', resolve)))
    expect(await Promise.all(codes)).toEqual([0, 0])
    const database = await openDatabase(readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir, DATABASE_URL }))
    const applied = await database.$queryRawUnsafe<{ finished_at: unknown }[]>(
      'SELECT finished_at FROM _prisma_migrations',
    )
    const folder = await readdir(join(process.cwd(), 'prisma/migrations/postgresql'))
    expect(applied).toHaveLength(folder.filter((name) => /^\d/.test(name)).length)
    expect(applied.every(({ finished_at }) => finished_at !== null)).toBe(true)
    await database.$disconnect()
    await rm(dataDir, { recursive: true })
  })
})
