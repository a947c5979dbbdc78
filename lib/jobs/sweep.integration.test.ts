import { existsSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestDatabase } from '../tooling/test-databases'
import { sweepOrphans } from './sweep'

const now = Date.now()
const hours = (count: number) => new Date(now - count * 3_600_000)

it('removes only what is old and named by no row', async () => {
  const { database, dataDir, close } = await openTestDatabase('sqlite')
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
  await close()
})
