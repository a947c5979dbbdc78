import { describe, expect, test } from 'vitest'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import type { Dialect } from '@/lib/csv/dialect'
import { tableFields } from '@/lib/csv/fields'
import type { Mapping, TableMapping } from '@/lib/csv/mapping'
import { columnExamples, preparePreview, tellingExample } from './preview'

const headers = ['Order', 'Date', 'Client', 'Qty', 'Price']
const dialect: Dialect = {
  delimiter: ',',
  quote: '"',
  escape: 'double',
  headerLine: 1,
  firstLine: 2,
  shortRows: 'reject',
}
const orders: TableMapping = {
  table: 'orders',
  mode: 'update',
  columns: { order_id: 0, ordered_at: 1, customer_id: 2, quantity: 3, unit_price: 4 },
}
const mapping: Mapping = { tables: [orders], formats: { 1: { dates: 'dmy' } } }
const file = (sample: string[][], names = headers) => ({ headers: names, sample, dialect })

describe('preparePreview', () => {
  test('reads each mapped field in its type and its column’s format', () => {
    const { columns, rows, bad } = preparePreview(
      { ...mapping, formats: { 1: { dates: 'dmy' }, 4: { decimalMark: ',' } } },
      0,
      file([['1', '02/03/2011 08:26', '17850.0', '6', '2,55']]),
    )
    expect(columns.map(({ field }) => field)).toEqual([
      'order_id',
      'customer_id',
      'ordered_at',
      'quantity',
      'unit_price',
    ])
    expect(rows[0]?.cells.map((cell) => cell.value)).toEqual(['1', '17850', '2011-03-02 08:26:00', 6, '2.55'])
    expect(bad).toBe(0)
  })

  test('says why a row would be rejected', () => {
    const sample = [
      ['1', '31/02/2011', '1', '6', '2.55'],
      ['2', '02/03/2011', '', '6', '2.55'],
      ['3', '02/03/2011', '1', '6', 'free'],
      ['4', '02/03/2011', '1', '', '2.55'],
      ['5', '02/03/2011'],
    ]
    const { rows, bad } = preparePreview(mapping, 0, file(sample))
    expect(rows.map((row) => row.problem)).toEqual([
      { reason: 'date', field: 'ordered_at' },
      null,
      { reason: 'number', field: 'unit_price' },
      { reason: 'missing', field: 'quantity' },
      { reason: 'columnCount', field: null },
    ])
    expect(bad).toBe(4)
  })

  test('accepts short rows where the file leaves empty cells at the end away', () => {
    const short = { ...file([['1', '02/03/2011', '1']]), dialect: { ...dialect, shortRows: 'pad' as const } }
    const amount = { ...orders, columns: { ordered_at: 1, customer_id: 2, amount: 0 } }
    expect(preparePreview({ ...mapping, tables: [amount] }, 0, short).bad).toBe(0)
  })

  test('shares what stands on the first line of an order only', () => {
    const { rows } = preparePreview(
      mapping,
      0,
      file([
        ['7', '02/03/2011', 'C1', '6', '2.55'],
        ['7', '', '', '1', '4.00'],
        ['8', '', '', '1', '4.00'],
      ]),
    )
    expect(rows[1]?.cells.map((cell) => cell.value)).toEqual(['7', 'C1', '2011-03-02 00:00:00', 1, '4'])
    expect(rows.map((row) => row.problem?.field ?? null)).toEqual([null, null, 'ordered_at'])
  })

  test('asks a review for a rating or a text', () => {
    const reviews: TableMapping = { table: 'reviews', mode: 'update', columns: { rating: 0, text: 1 } }
    const sample = [
      ['5', ''],
      ['', 'Good'],
      ['', ''],
    ]
    const { rows } = preparePreview({ tables: [reviews], formats: {} }, 0, file(sample, ['Stars', 'Words']))
    expect(rows.map((row) => row.problem?.field ?? null)).toEqual([null, null, 'text'])
  })

  test('takes an e-mail address for a customer number', () => {
    const people: TableMapping = { table: 'customers', mode: 'update', columns: { customer_id: 0, email: 1 } }
    const sample = [
      ['', 'a@example.com'],
      ['', ''],
    ]
    const { rows } = preparePreview({ tables: [people], formats: {} }, 0, file(sample, ['Id', 'Mail']))
    expect(rows.map((row) => row.problem?.field ?? null)).toEqual([null, 'customer_id'])
  })

  test('gathers one record for each key, the last value that is there', () => {
    const customers: TableMapping = {
      table: 'customers',
      mode: 'update',
      columns: { customer_id: 2, city: 0 },
    }
    const { rows } = preparePreview(
      { ...mapping, tables: [orders, customers] },
      1,
      file([
        ['Bath', '02/03/2011', 'C1', '6', '2.55'],
        ['', '03/03/2011', 'C1', '6', '2.55'],
        ['York', '03/03/2011', 'C2', '6', 'free'],
        ['Leeds', '03/03/2011', '', '6', '2.55'],
      ]),
    )
    expect(rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([['C1', 'Bath']])
  })
})

const profile = { top: [{ value: 'x', rows: 3 }] } as ColumnProfile

test('columnExamples gives different, present values, else the most frequent', () => {
  expect(columnExamples({ sample: [['a'], ['a'], [' '], ['b'], []], columns: [profile] }, 0)).toEqual([
    'a',
    'b',
  ])
  expect(columnExamples({ sample: [[''], []], columns: [profile] }, 0)).toEqual(['x'])
})

test('tellingExample prefers the value that reads differently', () => {
  const field = tableFields.orders.find((each) => each.field === 'ordered_at')
  if (!field) throw new Error('no such field')
  const found = tellingExample(
    field,
    { sample: [['2011-03-02'], ['01/02/2011'], ['25/02/2011']], columns: [] },
    0,
    [{ dates: 'dmy' }, { dates: 'mdy' }],
  )
  expect(found?.text).toBe('01/02/2011')
  expect(found?.telling).toBe(true)
  expect(found?.readings.map((reading) => reading.value)).toEqual([
    '2011-02-01 00:00:00',
    '2011-01-02 00:00:00',
  ])
})
