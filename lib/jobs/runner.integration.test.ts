import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../server/database'
import { openTestDatabase, type TestDatabase, testProviders } from '../tooling/test-databases'
import { enqueueJob, requestCancel } from './queue'
import { createRunner } from './runner'

const fixture = fileURLToPath(new URL('./runner.fixture.mjs', import.meta.url))

describe.each(testProviders)('job runner on %s', (provider) => {
  let test: TestDatabase
  let workspaceId: string
  let jobId: string

  beforeAll(async () => {
    test = await openTestDatabase(provider)
    const data = { name: 'Brand', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' }
    workspaceId = (await test.database.workspace.create({ data })).id
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.database.job.deleteMany()
    jobId = (await enqueueJob(test.database, { workspaceId, kind: 'import', payload: {} })).id
  })

  const startRunner = (...fate: string[]) =>
    createRunner(test.database, test.dataDir, 'worker', () => fork(fixture, fate, { execArgv: [] }))
  /** The database, with something that happens whenever a job's status is about to be written. */
  function withUpdates(happen: (status: string | undefined) => Promise<void>): Database {
    const job = new Proxy(test.database.job, {
      get: (jobs, key) => {
        if (key !== 'updateMany') return Reflect.get(jobs, key)
        return async (call: { data: { status?: string } }) => {
          await happen(call.data.status)
          return jobs.updateMany(call as never)
        }
      },
    })
    return new Proxy(test.database, { get: (whole, key) => (key === 'job' ? job : Reflect.get(whole, key)) })
  }
  const read = () => test.database.job.findUniqueOrThrow({ where: { id: jobId } })
  const waitForProgress = () =>
    vi.waitFor(
      async () => expect(await read()).toMatchObject({ phase: 'reading', done: 3, total: 9 }),
      10_000,
    )

  it('keeps the sentence of a job that failed', async () => {
    const runner = startRunner('fail')
    expect(await runner.runNext()).toBe(true)
    expect(await read()).toMatchObject({
      status: 'failed',
      errorCode: 'fileEmpty',
      errorParams: expect.objectContaining({ file: 'a.csv' }),
    })
    expect(await runner.runNext()).toBe(false)
    await runner.stop()
  })

  it.each([
    ['the same process', '0', 1],
    ['a fresh process after one that grew', '900000000', 2],
  ])('gives the next job to %s', async (_, memory, processes) => {
    const runner = startRunner('fail', memory)
    const second = await enqueueJob(test.database, { workspaceId, kind: 'import', payload: {} })
    await runner.runNext()
    await runner.runNext()
    const jobs = await test.database.job.findMany({ where: { id: { in: [jobId, second.id] } } })
    const used = jobs.map(({ errorParams }) => (errorParams as { process: number }).process)
    expect(new Set(used).size).toBe(processes)
    await runner.stop()
  })

  it('queues a job again whose process was killed, three times at most', async () => {
    const runner = startRunner('crash')
    await runner.runNext()
    expect(await read()).toMatchObject({ status: 'queued', attempts: 1 })
    await runner.runNext()
    await runner.runNext()
    expect(await read()).toMatchObject({ status: 'failed', errorCode: 'jobCrashed', attempts: 3 })
    await runner.stop()
  })

  it('queues a job again whose process ended just before it was told to begin', async () => {
    let child: ReturnType<typeof fork> | undefined
    let strikes = 1
    const database = withUpdates(async (status) => {
      if (status !== 'running' || !child || strikes-- === 0) return
      const exited = once(child, 'exit')
      process.kill(child.pid as number, 'SIGKILL')
      await exited
    })
    const start = () => {
      child = fork(fixture, ['fail'], { execArgv: [] })
      return child
    }
    const runner = createRunner(database, test.dataDir, 'worker', start)
    expect(await runner.runNext()).toBe(true)
    expect(await read()).toMatchObject({ status: 'queued', attempts: 1 })
    await runner.runNext()
    expect(await read()).toMatchObject({ status: 'failed', errorCode: 'fileEmpty' })
    await runner.stop()
  })

  it('stops a running job when its user asks, and removes its temporary files', async () => {
    const runner = startRunner('hang')
    await mkdir(join(test.dataDir, 'tmp', `${jobId}.1a2b3c4d`), { recursive: true })
    const run = runner.runNext()
    await waitForProgress()
    await requestCancel(test.database, workspaceId, jobId, new Date())
    await run
    expect(await read()).toMatchObject({ status: 'cancelled' })
    expect(await readdir(join(test.dataDir, 'tmp'))).toEqual([])
    await runner.stop()
  })

  it('writes down how a job ended as soon as that is possible', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    let full = true
    // A disk without room: the first time an ending is written, it fails.
    const database = withUpdates(async (status) => {
      if (status !== 'failed' || !full) return
      full = false
      throw new Error('SQLITE_FULL: database or disk is full')
    })
    const start = () => fork(fixture, ['fail'], { execArgv: [] })
    const runner = createRunner(database, test.dataDir, 'worker', start)
    expect(await runner.runNext()).toBe(true)
    expect(full).toBe(false)
    expect(await read()).toMatchObject({ status: 'failed', errorCode: 'fileEmpty' })
    await runner.stop()
    vi.restoreAllMocks()
  })

  it('gives its job back when the worker shuts down', async () => {
    const runner = startRunner('hang')
    const run = runner.runNext()
    await waitForProgress()
    await runner.stop()
    await run
    expect(await read()).toMatchObject({ status: 'queued', attempts: 0, phase: null })
  })
})
