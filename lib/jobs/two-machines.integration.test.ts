import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTestWorkspace, sendText, type TestWorkspace } from '@/lib/data/data.fixture'
import { createImports } from '@/lib/data/repository'
import { importSerially, peopleColumns, selectPeople, writePeople } from '@/lib/data/serial-model.fixture'
import { storeUpload } from '@/lib/data/upload-service'
import { type Auth, createAuth } from '@/lib/server/auth'
import { openDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { hashPassword } from '@/lib/server/passwords'
import { bundlePrograms } from '@/lib/tooling/bundle'
import { recoverExpiredJobs } from './queue'

const url = process.env.TEST_POSTGRES_URL
const jobs = 30
const host = '127.0.0.1:3000'
const password = 'correct horse battery'
const seconds = 40_000

describe.skipIf(!url)('two machines on one PostgreSQL and one data folder', () => {
  let test: TestWorkspace
  const workers: ChildProcess[] = []
  beforeAll(async () => {
    test = await openTestWorkspace('postgresql')
    await bundlePrograms(process.cwd())
  })
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL')
    await test.close()
  })

  const startWorker = (id: string) => {
    const env = {
      ...process.env,
      DATA_DIR: test.dataDir,
      DATABASE_URL: test.databaseUrl,
      JOB_NICENESS: '12',
      NODE_OPTIONS: '',
    }
    const worker = fork(join(process.cwd(), 'dist/worker.js'), [id], { env, execArgv: [], stdio: 'ignore' })
    workers.push(worker)
    return worker
  }
  /** The worker and its job process. */
  const processesOf = (worker: ChildProcess): number[] => {
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(worker.pid)], { encoding: 'utf8' })
    return [worker.pid ?? 0, ...children.trim().split(/\s+/).map(Number)]
  }
  const nicenessOfThreads = (pid: number): number[] => [
    ...new Set(readdirSync(`/proc/${pid}/task`).map((thread) => getPriority(Number(thread)))),
  ]
  /** They stand still, as on a machine that went to sleep. */
  const signalAll = (worker: ChildProcess, signal: NodeJS.Signals) => {
    for (const pid of processesOf(worker)) process.kill(pid, signal)
  }
  const count = (where: object) => test.database.job.count({ where })

  const files = Array.from({ length: jobs }, (_, number) => ({
    mode: 'append' as const,
    rows: Array.from({ length: 60 }, (_, n) => ({
      id: `C${number}-${n}`,
      city: 'Rome',
      country: number % 2 ? 'IT' : '',
    })),
  }))

  it('run every job to its end once, whatever becomes of one of them', async () => {
    const { workspaceId, userId: createdBy } = test.owner
    for (const file of files) {
      const text = writePeople(file)
      const { uploadId } = await storeUpload(test.owner, 'people.csv', sendText(text), text.length, false)
      const mapping = {
        tables: [{ table: 'customers' as const, mode: file.mode, columns: peopleColumns }],
        formats: {},
      }
      const data = { workspaceId, uploadId, createdBy, mapping, dialect: null, textFile: null }
      await createImports(test.database, [{ ...data, signature: null }], true)
    }
    const first = startWorker('first')
    const second = startWorker('second')
    await vi.waitFor(async () => expect(await count({ workerId: 'first', status: 'running' })).toBe(1), {
      timeout: seconds,
      interval: 5,
    })
    signalAll(first, 'SIGSTOP')
    await test.database.job.updateMany({ where: { workerId: 'first' }, data: { leaseUntil: new Date(0) } })
    await recoverExpiredJobs(test.database, new Date())
    await vi.waitFor(
      async () => expect(await count({ workerId: 'second', status: 'completed' })).toBeGreaterThan(4),
      { timeout: seconds },
    )
    expect(processesOf(second).map(nicenessOfThreads)).toEqual([[10], [12]])
    signalAll(first, 'SIGCONT')
    await vi.waitFor(async () => expect(await count({ status: 'completed' })).toBe(jobs), {
      timeout: seconds,
      interval: 100,
    })
    expect(await count({ workerId: 'first' })).toBeGreaterThan(0)

    const ends = await test.database.auditEvent.groupBy({
      by: ['objectId'],
      where: { action: 'import.complete' },
      _count: true,
    })
    expect(ends.map((end) => end._count)).toEqual(Array.from({ length: jobs }, () => 1))
    const batches = await test.database.batch.groupBy({ by: ['importId'], _count: true })
    expect(batches.map((batch) => batch._count)).toEqual(Array.from({ length: jobs }, () => 1))
    expect(await test.select(selectPeople)).toEqual(importSerially(files))
  }, 90_000)

  it('share sessions, their end and the limits on guessing', async () => {
    const { userId } = test.owner
    const user = { where: { id: userId }, data: { email: 'ada@example.com' } }
    await test.database.user.update(user)
    const account = { userId, accountId: userId, providerId: 'credential' }
    await test.database.account.create({ data: { ...account, password: await hashPassword(password) } })
    const secret = 'a-secret-of-more-than-thirty-two-characters'
    const env = readEnv({ NODE_ENV: 'test', DATA_DIR: test.dataDir, DATABASE_URL: test.databaseUrl })
    const databases = await Promise.all([openDatabase(env), openDatabase(env)])
    const [here, there] = databases.map((database) =>
      createAuth({ database, provider: 'postgresql', secret, secure: false }),
    ) as [Auth, Auth]
    const post = (auth: Auth, path: string, body: object, cookie = '') =>
      auth.handler(
        new Request(`http://${host}/api/auth${path}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', host, origin: `http://${host}`, cookie },
        }),
      )
    const signIn = (auth: Auth, given = password) =>
      post(auth, '/sign-in/email', { email: 'ada@example.com', password: given })
    const sessionOf = (auth: Auth, cookie: string) =>
      auth.api.getSession({ headers: new Headers({ cookie, host }) })

    const cookie = (await signIn(here)).headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await sessionOf(there, cookie))?.user.id).toBe(userId)
    expect((await post(there, '/sign-out', {}, cookie)).status).toBe(200)
    expect(await sessionOf(here, cookie)).toBeNull()
    expect(await sessionOf(there, cookie)).toBeNull()

    const guesses = [here, there, here, there, here, there].map((auth, n) =>
      signIn(auth, `guess number ${n}`),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(3)
    expect(statuses.filter((status) => status === 429)).toHaveLength(3)
    await Promise.all(databases.map((database) => database.$disconnect()))
  })
})
