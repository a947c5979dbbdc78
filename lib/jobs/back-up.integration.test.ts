import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '@/lib/data/data.fixture'
import { importSerially, type PeopleFile, selectPeople, writePeople } from '@/lib/data/serial-model.fixture'
import { undoImport } from '@/lib/data/service'
import { createAuth } from '@/lib/server/auth'
import { listBatches } from '@/lib/server/batches'
import { type Database, openDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { hashPassword } from '@/lib/server/passwords'
import { keepSecret } from '@/lib/server/secret'
import { createPostgresDatabase, testProviders } from '@/lib/tooling/test-databases'
import { datasetTables } from '@/lib/warehouse/dataset'
import { openWarehouse, queryRows } from '@/lib/warehouse/duckdb'
import { backUp } from './back-up'
import { sweepOrphans } from './sweep'

const cities = ['', 'Rome', 'Bern', 'Oslo']
const makeFile = (number: number): PeopleFile => ({
  mode: number % 4 === 3 ? 'append' : 'update',
  rows: Array.from({ length: 40 }, (_, n) => ({
    id: `C${String((number * 17 + n) % 120).padStart(3, '0')}`,
    city: cities[(number + n) % 4] ?? '',
    country: cities[(number * n) % 4] ?? '',
  })),
})
const password = 'correct horse battery'
const hasDump = (() => {
  try {
    return Boolean(execFileSync('pg_dump', ['--version']))
  } catch {
    return false
  }
})()

describe.each(testProviders.filter((one) => one === 'sqlite' || hasDump))('a back-up, on %s', (provider) => {
  let test: TestWorkspace
  let parent: string
  let databaseUrl: string
  beforeAll(async () => {
    test = await openTestWorkspace(provider)
    parent = await mkdtemp(join(tmpdir(), 'personae-back-up-'))
    databaseUrl = test.databaseUrl
    const { userId } = test.owner
    const account = { userId, accountId: userId, providerId: 'credential' }
    await test.database.account.create({ data: { ...account, password: await hashPassword(password) } })
    await test.database.user.update({ where: { id: userId }, data: { email: 'ada@example.com' } })
    await keepSecret(test.dataDir, 'secret')
  })
  afterAll(async () => {
    await test.close()
    await rm(parent, { recursive: true })
  })

  /** The copy put in place as the data folder of another machine. */
  async function restore(copy: string): Promise<Database> {
    if (provider === 'sqlite') return openDatabase(readEnv({ NODE_ENV: 'test', DATA_DIR: copy }))
    const url = await createPostgresDatabase(process.env.TEST_POSTGRES_URL ?? '')
    execFileSync('pg_restore', ['--no-owner', `--dbname=${url}`, join(copy, 'personae.dump')])
    return openDatabase(readEnv({ NODE_ENV: 'test', DATA_DIR: copy, DATABASE_URL: url }))
  }

  it('made while imports run holds what one of their moments held, and starts elsewhere', async () => {
    const files = new Map<string, PeopleFile>()
    let acknowledged: string[] = []
    let done = false
    const bring = async () => {
      for (let number = 0; !done; number++) {
        const file = makeFile(number)
        const { id } = await test.importText(writePeople(file), { mode: file.mode })
        files.set(id, file)
        acknowledged = [...acknowledged, id]
        if (number % 3 === 2) {
          await undoImport(test.owner, id)
          acknowledged = acknowledged.filter((other) => other !== id)
        }
      }
    }
    const bringing = bring()
    while (files.size < 2) await new Promise((resolve) => setTimeout(resolve, 10))
    await writeFile(join(test.dataDir, 'erasures.jsonl'), '{}\n')
    const before = acknowledged
    const copy = join(parent, 'first')
    const { missing } = await backUp({ provider, dataDir: test.dataDir, databaseUrl }, copy)
    done = true
    await bringing
    expect(missing).toEqual([])

    execFileSync('sha256sum', ['--quiet', '--check', 'SHA256SUMS'], { cwd: copy })
    const databaseFile = provider === 'sqlite' ? 'personae.db' : 'personae.dump'
    expect((await readdir(copy)).sort()).toEqual(
      [
        'SHA256SUMS',
        'erasures.jsonl',
        'exports',
        databaseFile,
        'rejects',
        'secret',
        'texts',
        'uploads',
        'warehouse',
      ].sort(),
    )
    const database = await restore(copy)
    const warehouse = await openWarehouse(copy, { memory: '300MB', threads: 1 })
    const visible = await database.batch.findMany({ where: { visible: true }, orderBy: { position: 'asc' } })
    const shown = visible.map(({ importId }) => files.get(importId) as PeopleFile)
    // Of those acknowledged before, only the last can have been undone in between.
    expect(visible.map(({ importId }) => importId)).toEqual(expect.arrayContaining(before.slice(0, -1)))
    const batches = await listBatches(database, test.owner.workspaceId)
    const rows = await queryRows(warehouse, `WITH ${datasetTables(copy, batches)} ${selectPeople}`)
    expect(rows).toEqual(importSerially(shown))
    warehouse.closeSync()

    const secret = (await readFile(join(copy, 'secret'), 'utf8')).trim()
    expect(secret).toBe((await readFile(join(test.dataDir, 'secret'), 'utf8')).trim())
    const auth = createAuth({ database, provider, secret, secure: false })
    const response = await auth.handler(
      new Request('http://127.0.0.1:3000/api/auth/sign-in/email', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          host: '127.0.0.1:3000',
          origin: 'http://127.0.0.1:3000',
        },
        body: JSON.stringify({ email: 'ada@example.com', password }),
      }),
    )
    expect(response.status).toBe(200)
    const swept = await sweepOrphans(database, copy, Date.now() + 3 * 3_600_000)
    for (const { file } of batches) expect(existsSync(join(copy, 'warehouse', file))).toBe(true)
    expect(swept.filter((path) => !path.startsWith('tmp/') && !path.startsWith('warehouse/'))).toEqual([])
    await database.$disconnect()
  })

  it('refuses a folder that is there, or that it would copy itself into', async () => {
    const env = { provider, dataDir: test.dataDir, databaseUrl }
    await expect(backUp(env, parent)).rejects.toThrow('exists already')
    await expect(backUp(env, join(test.dataDir, 'copy'))).rejects.toThrow('inside')
    expect((await readdir(parent)).filter((name) => name.includes('.part-'))).toEqual([])
  })
})
