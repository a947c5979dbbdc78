import { describe, expect, it } from 'vitest'
import { tableFields } from './fields'
import { readCell } from './read-cell'

const formats = { dates: 'dmy', decimalMark: '.' } as const
const read = (table: keyof typeof tableFields, name: string, text: string) => {
  const field = tableFields[table].find(({ field }) => field === name)
  if (!field) throw new Error(name)
  return readCell(field, text, formats)
}
const value = (found: unknown) => ({ value: found, problem: null })
const problem = (found: string) => ({ value: null, problem: found })

describe('readCell', () => {
  it('reads ids as they were before a spreadsheet touched them', () => {
    expect(read('orders', 'customer_id', '17850.0')).toEqual(value('17850'))
    expect(read('orders', 'customer_id', "'007")).toEqual(value('007'))
    expect(read('orders', 'customer_id', '9007199254740993')).toEqual(value('9007199254740993'))
  })

  it('keeps money exact', () => {
    expect(read('orders', 'unit_price', '$1,234.50')).toEqual(value('1234.5'))
    expect(read('orders', 'unit_price', '(0.1)')).toEqual(value('-0.1'))
    expect(read('orders', 'unit_price', 'free')).toEqual(problem('number'))
  })

  it('reads dates in the order of the file and refuses those that do not exist', () => {
    expect(read('orders', 'ordered_at', '02/03/2011 8:26 pm')).toEqual(value('2011-03-02 20:26:00'))
    expect(read('customers', 'birth_date', '1985-02-28T00:00:00Z')).toEqual(value('1985-02-28'))
    expect(read('customers', 'birth_date', '30/02/1985')).toEqual(problem('date'))
  })

  it('says what is missing where a value is needed', () => {
    expect(read('orders', 'ordered_at', ' N/A ')).toEqual(problem('missing'))
    expect(read('orders', 'customer_id', '')).toEqual(value(null))
    expect(read('customers', 'customer_id', '-')).toEqual(problem('missing'))
    expect(read('customers', 'last_name', 'Null')).toEqual(value('Null'))
  })

  it('reads consent and ratings', () => {
    expect(read('customers', 'consent', 'SUBSCRIBED')).toEqual(value(true))
    expect(read('customers', 'consent', '否')).toEqual(value(false))
    expect(read('customers', 'consent', 'maybe')).toEqual(problem('consent'))
    expect(read('reviews', 'rating', '4/5')).toEqual(value(4))
    expect(read('reviews', 'rating', '9')).toEqual(problem('rating'))
  })
})
