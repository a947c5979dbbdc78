import { describe, expect, test } from 'vitest'
import { readCell } from '@/lib/csv/read-cell'
import type { Mapping } from '@/lib/data/schema'
import { columnExamples, preparePreview, repeatedColumn, tellingExample, unusedColumns } from './preview'

const headers = ['Order', 'Date', 'Client', 'Qty', 'Price']
const mapping: Mapping = {
  table: 'orders',
  columns: { order_id: 0, ordered_at: 1, customer_id: 2, quantity: 3, unit_price: 4 },
  dateOrder: 'dmy',
  decimalMark: '.',
}

describe('preparePreview', () => {
  test('reads each mapped field in its type', () => {
    const { columns, rows, bad } = preparePreview(mapping, headers, [
      ['1', '02/03/2011 08:26', '17850.0', '6', '2.55'],
    ])
    expect(columns.map(({ field }) => field.field)).toEqual([
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
    const { rows, bad } = preparePreview(mapping, headers, [
      ['1', '31/02/2011', '1', '6', '2.55'],
      ['2', '02/03/2011', '', '6', '2.55'],
      ['3', '02/03/2011', '1', '6', 'free'],
      ['4', '02/03/2011', '1', '', '2.55'],
      ['5', '02/03/2011'],
    ])
    expect(rows.map((row) => row.problem)).toEqual([
      { reason: 'date', field: 'ordered_at' },
      null,
      { reason: 'number', field: 'unit_price' },
      { reason: 'missing', field: 'quantity' },
      { reason: 'columnCount', field: null },
    ])
    expect(bad).toBe(4)
  })

  test('asks a review for a rating or a text', () => {
    const reviews: Mapping = { ...mapping, table: 'reviews', columns: { rating: 0, text: 1 } }
    const { rows } = preparePreview(
      reviews,
      ['Stars', 'Words'],
      [
        ['5', ''],
        ['', 'Good'],
        ['', ''],
      ],
    )
    expect(rows.map((row) => row.problem?.field ?? null)).toEqual([null, null, 'text'])
  })
})

test('columnExamples gives different, present values', () => {
  expect(columnExamples([['a'], ['a'], [' '], ['b'], []], 0)).toEqual(['a', 'b'])
})

test('tellingExample prefers the value that reads differently', () => {
  const sample = [
    ['1', '2011-03-02', '1', '1', '1'],
    ['2', '01/02/2011', '1', '1', '1'],
  ]
  const found = tellingExample(
    mapping,
    sample,
    ['date', 'datetime'],
    ['dmy', 'mdy'] as const,
    (field, text, dateOrder) => readCell(field, text, { dateOrder, decimalMark: '.' }),
  )
  expect(found?.text).toBe('01/02/2011')
  expect(found?.readings.map((reading) => reading.value)).toEqual([
    '2011-02-01 00:00:00',
    '2011-01-02 00:00:00',
  ])
})

test('unusedColumns and repeatedColumn look at what the fields take', () => {
  expect(unusedColumns([...headers, 'Note'], mapping)).toEqual([5])
  expect(repeatedColumn(mapping)).toBeNull()
  expect(repeatedColumn({ ...mapping, columns: { order_id: 0, customer_id: 0 } })).toEqual({
    column: 0,
    fields: ['order_id', 'customer_id'],
  })
})
