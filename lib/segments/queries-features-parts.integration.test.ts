import { afterAll, beforeAll, expect, it } from 'vitest'
import { features } from '@/lib/features/catalogue'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { publishFullBrand } from './features-brand.fixture'
import { prepareFeatures } from './queries-features'
import { featureQuery, listParts, type Part } from './queries-features-sql'
import { openTestBrand, type TestBrand } from './segments.fixture'

let test: TestBrand
beforeAll(async () => {
  test = await openTestBrand('sqlite')
})
afterAll(() => test.close())

it('gives the same figures in one part as in many', async () => {
  await publishFullBrand(test)
  const connection = await test.warehouse.connect()
  const ids = features.map(({ id }) => id)
  const dataset = { dataDir: test.dataDir, batches: await test.batches(), ids }
  await prepareFeatures(connection, { ...dataset, columns: ids.length })
  const read = (part: Part) => {
    const { sql, values } = featureQuery({ ...dataset, asOf: '2024-06-30', levels: new Map(), part })
    return queryConnection(connection, `${sql} ORDER BY customer_id`, values)
  }
  const whole = await read({ index: 0, of: 1 })
  const parts = await Promise.all([0, 1, 2].map((index) => read({ index, of: 3 })))
  connection.closeSync()
  expect(whole.map((row) => row.customer_id)).toEqual(['A', 'B', 'Z'])
  const together = parts.flat().sort((a, b) => String(a.customer_id).localeCompare(String(b.customer_id)))
  expect(together).toEqual(whole)
})

it('has as many parts as the lines and features call for', () => {
  expect(listParts(0, 3)).toEqual([{ index: 0, of: 1 }])
  expect(listParts(1_000_000, 120)).toHaveLength(1)
  expect(listParts(10_000_000, 120).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})
