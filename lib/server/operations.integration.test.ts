import type { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase, testProviders } from '@/lib/tooling/test-databases'
import { openWarehouse } from '@/lib/warehouse/duckdb'
import { checkHealth, type HealthSources } from './health'
import { beatHeart } from './heartbeat'
import { getMetrics } from './metrics'
import { collectState } from './metrics-state'
import { isOperator } from './operator'

const minute = 60_000
const secret = 'a-token-of-those-who-run-it'

describe.each(testProviders)('operations on %s', (provider) => {
  let test: TestDatabase
  let warehouse: DuckDBInstance
  let sources: HealthSources

  beforeAll(async () => {
    test = await openTestDatabase(provider)
    warehouse = await openWarehouse(test.dataDir, { memory: '100MB', threads: 1 })
    const { database, dataDir } = test
    sources = { database: async () => database, warehouse: async () => warehouse, dataDir }
  })
  afterAll(async () => {
    warehouse.closeSync()
    await test.close()
  })

  it('is degraded without a worker, and up while one is alive', async () => {
    const now = new Date()
    const alone = await checkHealth(sources, now)
    expect(alone).toMatchObject({
      status: 'degraded',
      checks: { worker: { ok: false, heartbeatMilliseconds: null } },
    })
    await beatHeart(test.dataDir, now)
    const { status, checks } = await checkHealth(sources, new Date(now.getTime() + 5000))
    expect(checks.worker.heartbeatMilliseconds).toBeCloseTo(5000, -2)
    expect(checks).toMatchObject({ database: { ok: true }, warehouse: { ok: true }, dataDir: { ok: true } })
    expect(checks.dataDir.freeBytes).toBeGreaterThan(0)
    expect(status).toBe('up')
    expect((await checkHealth(sources, new Date(now.getTime() + 10 * minute))).status).toBe('degraded')
  })

  it('is down without its database or its data folder', async () => {
    const broken = () => Promise.reject(new Error('connection refused'))
    const lost = await checkHealth({ ...sources, database: broken }, new Date())
    expect(lost).toMatchObject({
      status: 'down',
      checks: { database: { ok: false }, warehouse: { ok: true } },
    })
    const gone = await checkHealth({ ...sources, dataDir: `${test.dataDir}/gone` }, new Date())
    expect(gone).toMatchObject({ status: 'down', checks: { dataDir: { ok: false, freeBytes: null } } })
  })

  it('tells jobs, the queue and rows as text that Prometheus reads, without an id', async () => {
    const { database, dataDir } = test
    const now = new Date()
    const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
    const data = { name: 'Ann’s brand', currency: 'EUR', timeZone: 'UTC', language: 'en' }
    const { id: workspaceId } = await database.workspace.create({ data })
    const ended = { startedAt: ago(40_000), finishedAt: ago(10_000) }
    const job = { workspaceId, kind: 'import', payload: { importId: 'private-id' } }
    await database.job.createMany({
      data: [
        { ...job, status: 'queued', createdAt: ago(2 * minute) },
        { ...job, status: 'queued', createdAt: ago(minute) },
        { ...job, ...ended, status: 'completed' },
        { ...job, ...ended, status: 'failed', finishedAt: ago(2 * minute) },
      ],
    })
    await database.export.create({
      data: { workspaceId, segmentName: 'Ann', format: 'csv', columns: [], rows: 7, outcome: 'completed' },
    })
    const metrics = getMetrics()
    metrics.jobDuration.reset()
    const next = await collectState(database, dataDir, metrics, { since: ago(minute), now })
    await collectState(database, dataDir, metrics, { since: next, now })
    const text = await metrics.registry.metrics()
    for (const line of text.split('\n').filter(Boolean))
      expect(line).toMatch(/^(#.*|[a-z_\d]+(\{([a-z]+="[^"]*",?)+\})? (-?[\d.e+-]+|Nan|NaN))$/)
    expect(text).toContain('personae_jobs{kind="import",status="queued"} 2')
    expect(text).toContain('personae_job_queue_length 2')
    expect(text).toContain('personae_job_queue_age_seconds 120')
    expect(text).toContain('personae_export_rows{outcome="completed"} 7')
    expect(text).toMatch(/personae_disk_free_bytes \d{6,}/)
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
    expect(text).toMatch(/process_resident_memory_bytes \d{6,}/)
    const durations = /^personae_job_duration_seconds_(sum|count).*$/gm
    expect(text.match(durations)).toEqual([
      'personae_job_duration_seconds_sum{kind="import",status="completed"} 30',
      'personae_job_duration_seconds_count{kind="import",status="completed"} 1',
    ])
    expect(text).not.toMatch(/Ann|private-id/)
    expect(text).not.toContain(workspaceId)
  })
})

describe('isOperator', () => {
  const ask = (authorization?: string) =>
    new Request('http://localhost/api/metrics', { headers: authorization ? { authorization } : {} })

  it('takes the token that was set and no other, and none where none was', () => {
    expect(isOperator(ask(`Bearer ${secret}`), secret)).toBe(true)
    expect(isOperator(ask('Bearer another-token-of-that-length'), secret)).toBe(false)
    expect(isOperator(ask(), secret)).toBe(false)
    expect(isOperator(ask('Bearer null'), null)).toBe(false)
  })
})
