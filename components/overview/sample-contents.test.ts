import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseRecords } from '@/lib/csv/parse-records'
import { sampleContents } from './sample-contents'

const read = (name: string) => parseRecords(readFileSync(`public/sample/${name}.csv`, 'utf8'), ',')

const tables = ['customers', 'orders', 'products', 'reviews'] as const

test.each(tables)('the sample brand has as many %s as the overview says', (table) => {
  expect(read(table).length - 1).toBe(sampleContents[table])
})

test('its orders span as many months as the overview says', () => {
  const [header = [], ...orders] = read('orders')
  const column = header.indexOf('order_date')
  expect(new Set(orders.map((order) => order[column]?.slice(0, 7))).size).toBe(sampleContents.months)
})
