import { existsSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestDatabase, testProviders } from '../tooling/test-databases'
import { sweepOrphans } from './sweep'

const now = Date.now()
const hours = (count: number) => new Date(now - count * 3_600_000)

it.each(testProviders)('removes only what is old and named by no row, on %s', async (provider) => {
  const { database, dataDir, close } = await openTestDatabase(provider)
  const data = { name: 'Brand', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' }
  const workspaceId = (await database.workspace.create({ data })).id
  const upload = await database.upload.create({
    data: { workspaceId, fileName: 'orders.csv', bytes: 1, sha256: 'x' },
  })
  const write = async (path: string, modified: Date) => {
    await mkdir(dirname(join(dataDir, path)), { recursive: true })
    await writeFile(join(dataDir, path), 'x')
    await utimes(join(dataDir, path), modified, modified)
  }
  await write(`uploads/${upload.id}.csv`, hours(5))
  await write('uploads/orphan.csv', hours(5))
  await write('uploads/fresh.csv', hours(0))
  await write('warehouse/.half.parquet.part', hours(2))
  await write('personae.txt', hours(9))
  const removed = await sweepOrphans(database, dataDir, now)
  expect(removed.sort()).toEqual(['uploads/orphan.csv', 'warehouse/.half.parquet.part'])
  expect(existsSync(join(dataDir, `uploads/${upload.id}.csv`))).toBe(true)
  expect(existsSync(join(dataDir, 'uploads/fresh.csv'))).toBe(true)
  expect(existsSync(join(dataDir, 'personae.txt'))).toBe(true)

  // What a job wrote that is still at it, for hours, or whose machine slept, may be named yet.
  const job = await database.job.create({
    data: { workspaceId, kind: 'import', payload: {}, status: 'running', startedAt: hours(6) },
  })
  await write('warehouse/staged.parquet', hours(5))
  await write('warehouse/older.parquet', hours(7))
  await write(`tmp/${job.id}.1a2b3c4d/clean.csv`, hours(7))
  await write('tmp/gone.1a2b3c4d/clean.csv', hours(7))
  await utimes(join(dataDir, `tmp/${job.id}.1a2b3c4d`), hours(7), hours(7))
  await utimes(join(dataDir, 'tmp/gone.1a2b3c4d'), hours(7), hours(7))
  const export_ = { workspaceId, segmentName: 'A', format: 'spreadsheet', columns: [], outcome: 'started' }
  const [left, fresh] = [hours(25), hours(2)].map((createdAt) =>
    database.export.create({ data: { ...export_, createdAt } }),
  )
  const ids = [(await left)?.id ?? '', (await fresh)?.id ?? '']
  expect((await sweepOrphans(database, dataDir, now)).sort()).toEqual([
    'tmp/gone.1a2b3c4d',
    'warehouse/older.parquet',
  ])
  const outcomes = await Promise.all(ids.map((id) => database.export.findUnique({ where: { id } })))
  expect(outcomes.map((found) => found?.outcome)).toEqual(['interrupted', 'started'])
  const events = await database.auditEvent.findMany()
  expect(events).toMatchObject([{ action: 'export.download', objectId: ids[0], outcome: 'interrupted' }])
  await close()
})
