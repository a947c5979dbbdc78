import { expect, test } from 'vitest'
import type { ColumnProfile } from '@/lib/csv/column-profile'
import {
  changeTable,
  chooseOwn,
  gatherableTables,
  isOpenQuestion,
  openQuestions,
  startDraft,
  switchGathered,
  toMapping,
  unusedColumns,
} from './mapping-draft'

const profile = (facts: Partial<ColumnProfile> = {}): ColumnProfile => ({
  ...{ filled: 2, distinct: 2, distinctExact: true, type: 'text', typeShare: 1, format: {}, ambiguous: null },
  ...{ min: null, max: null, mean: null, top: [], histogram: null, problemRows: 0, problems: [] },
  ...facts,
})
const file: Parameters<typeof toMapping>[1] = {
  headers: ['Order', 'Date', 'Client', 'Total', 'City', 'Note'],
  columns: [
    profile(),
    profile({ type: 'date', format: { dates: 'dmy' }, ambiguous: 'dayMonth' }),
    profile(),
    profile({ type: 'number', format: { decimalMark: ',' } }),
    profile(),
    profile(),
  ],
  guess: {
    tables: [
      { table: 'orders', mode: 'update', columns: { order_id: 0, ordered_at: 1, customer_id: 2, amount: 3 } },
      { table: 'customers', mode: 'update', columns: { customer_id: 2, city: 4 } },
    ],
    formats: {},
  },
  evidence: { vendor: null, fields: {} },
}
const none = () => ({})

test('a draft begins as the guess, with the formats of its columns', () => {
  expect(toMapping(startDraft(file), file)).toEqual({
    tables: [file.guess.tables[0], { ...file.guess.tables[1], attributes: [] }],
    formats: { 1: { dates: 'dmy' }, 3: { decimalMark: ',' } },
  })
})

test('another kind keeps what was chosen before and guesses what was not', () => {
  const reviews = chooseOwn(startDraft(file), 'reviews', () => ({ text: 5 }))
  expect(toMapping(reviews, file).tables.map(({ table }) => table)).toEqual(['reviews', 'customers'])
  expect(toMapping(chooseOwn(reviews, 'orders', none), file).tables[0]).toEqual(file.guess.tables[0])
})

test('a customer list keeps its other columns unless told otherwise', () => {
  const list = chooseOwn(startDraft(file), 'customers', none)
  expect(toMapping(list, file).tables).toEqual([{ ...file.guess.tables[1], attributes: [0, 1, 3, 5] }])
  const dropped = changeTable(list, 'customers', () => ({ keep: { 5: false, 0: false } }))
  expect(toMapping(dropped, file).tables[0]?.attributes).toEqual([1, 3])
})

test('gathered tables are switched on and off', () => {
  const off = switchGathered(startDraft(file), 'customers', false, none)
  expect(toMapping(off, file).tables.map(({ table }) => table)).toEqual(['orders'])
  expect(unusedColumns(file.headers, toMapping(off, file))).toEqual([4, 5])
  const products = switchGathered(off, 'products', true, () => ({ product_id: 5 }))
  expect(toMapping(products, file).tables[1]).toEqual({
    table: 'products',
    mode: 'update',
    columns: { product_id: 5 },
  })
  expect(gatherableTables('customers')).toEqual([])
})

test('asks where the rows do not decide, until answered or remembered', () => {
  const draft = startDraft(file)
  expect(openQuestions(toMapping(draft, file), draft, file)).toEqual([1])
  const answered = { ...draft, formats: { 1: { dates: 'mdy' as const } } }
  expect(openQuestions(toMapping(answered, file), answered, file)).toEqual([])
  expect(toMapping(answered, file).formats[1]).toEqual({ dates: 'mdy' })
  const fields = { 'orders.ordered_at': { confidence: 1, reasons: ['remembered' as const] } }
  expect(isOpenQuestion(1, draft, { ...file, evidence: { vendor: null, fields } })).toBe(false)
  const asText = changeTable(draft, 'orders', () => ({ columns: { channel: 1 } }))
  expect(openQuestions(toMapping(asText, file), asText, file)).toEqual([])
})

test('customers are numbered by row only when told so, and only while no column names them', () => {
  const list = chooseOwn(startDraft(file), 'customers', none)
  const keyless = changeTable(list, 'customers', () => ({ columns: { city: 4 } }))
  expect(toMapping(keyless, file).tables[0]).not.toHaveProperty('numbered')
  const numbered = changeTable(keyless, 'customers', () => ({ numbered: true }))
  expect(toMapping(numbered, file).tables[0]?.numbered).toBe(true)
  const named = changeTable(numbered, 'customers', () => ({ columns: { customer_id: 2, city: 4 } }))
  expect(toMapping(named, file).tables[0]).not.toHaveProperty('numbered')
  const gathered = chooseOwn(numbered, 'orders', none)
  expect(toMapping(gathered, file).tables[1]).not.toHaveProperty('numbered')
})

test('a remembered numbering is kept', () => {
  const guess = {
    tables: [{ table: 'customers', mode: 'update', columns: {}, numbered: true }],
    formats: {},
  } as const
  const known = {
    ...file,
    guess: { ...guess, tables: guess.tables.map((each) => ({ ...each, attributes: [0] })) },
  }
  expect(toMapping(startDraft(known), known)).toEqual(known.guess)
})
