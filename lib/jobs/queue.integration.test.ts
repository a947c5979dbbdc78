import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase, testProviders } from '../tooling/test-databases'
import {
  claimJob,
  completeJob,
  endJob,
  enqueueJob,
  JobLostError,
  leaseMilliseconds,
  recoverExpiredJobs,
  recoverWorkerJobs,
  releaseJob,
  renewJob,
  requestCancel,
} from './queue'

const start = new Date('2026-01-01T00:00:00Z')
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds)

describe.each(testProviders)('job queue on %s', (provider) => {
  let test: TestDatabase
  let workspaceId: string

  beforeAll(async () => {
    test = await openTestDatabase(provider)
    const data = { name: 'Brand', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' }
    workspaceId = (await test.database.workspace.create({ data })).id
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.database.job.deleteMany()
  })

  const enqueue = () => enqueueJob(test.database, { workspaceId, kind: 'import', payload: { file: 'a.csv' } })
  const read = (id: string) => test.database.job.findUniqueOrThrow({ where: { id } })

  it('gives each job to one of many claimants', async () => {
    const jobs = await Promise.all([enqueue(), enqueue(), enqueue()])
    const claims = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((id) => claimJob(test.database, id, start)),
    )
    const claimed = claims.filter((job) => job !== null).map((job) => job.id)
    expect(claimed.sort()).toEqual(jobs.map((job) => job.id).sort())
  })

  it('stores progress while the claim lasts, and refuses a stranger', async () => {
    const { id } = await enqueue()
    await claimJob(test.database, 'a', start)
    const progress = { phase: 'reading', done: 10, total: 40 }
    expect(await renewJob(test.database, id, 'a', progress, later(1000))).toBe('kept')
    expect(await renewJob(test.database, id, 'b', { ...progress, done: 99 }, later(1000))).toBe('lost')
    expect(await read(id)).toMatchObject({ ...progress, leaseUntil: later(1000 + leaseMilliseconds) })
    expect(await endJob(test.database, id, 'b', { status: 'cancelled' }, later(2000))).toBe(false)
    expect(await endJob(test.database, id, 'a', { status: 'cancelled' }, later(2000))).toBe(true)
    expect(await read(id)).toMatchObject({ status: 'cancelled', payload: { file: 'a.csv' } })
  })

  it('completes a job together with its results, or neither', async () => {
    const { id } = await enqueue()
    await claimJob(test.database, 'a', start)
    const rename = (name: string) => (tx: Pick<TestDatabase['database'], 'workspace'>) =>
      tx.workspace.update({ where: { id: workspaceId }, data: { name } }).then(() => undefined)
    await expect(completeJob(test.database, id, 'b', rename('stranger'), start)).rejects.toThrow(JobLostError)
    const failing = completeJob(test.database, id, 'a', () => Promise.reject(new Error('disk full')), start)
    await expect(failing).rejects.toThrow('disk full')
    expect(await read(id)).toMatchObject({ status: 'running' })
    await completeJob(test.database, id, 'a', rename('done'), start)
    expect(await read(id)).toMatchObject({ status: 'completed', finishedAt: start })
    expect((await test.database.workspace.findUniqueOrThrow({ where: { id: workspaceId } })).name).toBe(
      'done',
    )
    expect(await endJob(test.database, id, 'a', { status: 'cancelled' }, start)).toBe(false)
  })

  it('lets no cancelled job complete', async () => {
    const { id } = await enqueue()
    await claimJob(test.database, 'a', start)
    await requestCancel(test.database, workspaceId, id, start)
    await expect(completeJob(test.database, id, 'a', async () => {}, start)).rejects.toThrow(JobLostError)
  })

  it('gives a job back without counting the attempt when its worker shuts down', async () => {
    const { id } = await enqueue()
    await claimJob(test.database, 'a', start)
    await releaseJob(test.database, id, 'a')
    expect(await read(id)).toMatchObject({ status: 'queued', attempts: 0, workerId: null })
  })

  it('cancels a queued job at once and a running one through its worker', async () => {
    const queued = await enqueue()
    await requestCancel(test.database, workspaceId, queued.id, start)
    expect((await read(queued.id)).status).toBe('cancelled')
    const running = await enqueue()
    await claimJob(test.database, 'a', start)
    await requestCancel(test.database, 'another-workspace', running.id, start)
    expect(await renewJob(test.database, running.id, 'a', null, start)).toBe('kept')
    await requestCancel(test.database, workspaceId, running.id, start)
    expect(await renewJob(test.database, running.id, 'a', null, start)).toBe('cancel')
  })

  it('queues a crashed job again until its attempts are spent, then fails it with a reason', async () => {
    const { id } = await enqueue()
    for (let attempt = 1; attempt <= 3; attempt++) {
      const claimedAt = later(attempt * 10 * leaseMilliseconds)
      expect((await claimJob(test.database, 'a', claimedAt))?.attempts).toBe(attempt)
      expect(await recoverExpiredJobs(test.database, claimedAt)).toBe(0)
      const expiry = new Date(claimedAt.getTime() + leaseMilliseconds + 1)
      expect(await recoverExpiredJobs(test.database, expiry)).toBe(1)
    }
    expect(await read(id)).toMatchObject({
      status: 'failed',
      errorCode: 'jobCrashed',
      errorParams: { attempts: 3 },
    })
  })

  it('takes up at once what a worker left that is known to have died', async () => {
    const { id } = await enqueue()
    const others = await enqueue()
    await claimJob(test.database, 'a', start)
    await claimJob(test.database, 'b', start)
    await recoverWorkerJobs(test.database, 'a', later(1))
    expect(await read(id)).toMatchObject({ status: 'queued', workerId: null, attempts: 1 })
    expect(await read(others.id)).toMatchObject({ status: 'running', workerId: 'b' })
    await expect(completeJob(test.database, id, 'a', async () => {}, later(2))).rejects.toThrow(JobLostError)
  })

  it('keeps a failure for the user', async () => {
    const { id } = await enqueue()
    await claimJob(test.database, 'a', start)
    const error = { code: 'fileEmpty', params: { file: 'a.csv' } }
    await endJob(test.database, id, 'a', { status: 'failed', error }, start)
    expect(await read(id)).toMatchObject({
      status: 'failed',
      errorCode: error.code,
      errorParams: error.params,
    })
  })
})
