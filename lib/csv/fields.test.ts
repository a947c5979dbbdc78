import { describe, expect, it } from 'vitest'
import { tableColumns, tableNames } from '@/lib/warehouse/tables'
import { mappedFields, missingFields, repeatedColumns, tableFields } from './fields'

describe('tableFields', () => {
  it('names a column of its table, or a contact by which the customer is found', () => {
    for (const table of tableNames) {
      for (const { field, contact } of tableFields[table]) {
        // Packed products are several columns of several lines.
        const isColumn = !contact && field !== 'items'
        expect([table, field, Object.hasOwn(tableColumns[table], field)]).toEqual([table, field, isColumn])
      }
      const offered = tableFields[table].map(({ field }) => field)
      expect(Object.keys(tableColumns[table]).filter((column) => !offered.includes(column))).toEqual(
        table === 'customers' ? ['attributes'] : [],
      )
    }
  })

  it('knows a header for every field, each written as headers are compared', () => {
    for (const { synonyms, field } of Object.values(tableFields).flat()) {
      expect([field, synonyms.length > 0]).toEqual([field, true])
      expect(synonyms.filter((synonym) => !/^[\p{L}\p{N}]+$/u.test(synonym))).toEqual([])
      expect(new Set(synonyms).size).toBe(synonyms.length)
    }
  })
})

describe('missingFields', () => {
  it('lets an e-mail address or a phone number stand for a customer number', () => {
    expect(missingFields({ table: 'customers', columns: { first_name: 0 } })).toEqual(['customer_id'])
    expect(missingFields({ table: 'customers', columns: { email: 0 } })).toEqual([])
    expect(missingFields({ table: 'orders', columns: { phone: 0, ordered_at: 1, amount: 2 } })).toEqual([])
    expect(missingFields({ table: 'campaigns', columns: { email: 0 } })).toEqual(['campaign'])
    expect(missingFields({ table: 'interactions', columns: { email: 0 } })).toEqual(['product_id'])
  })

  it('asks for one of the fields that can stand for each other', () => {
    const columns = { customer_id: 0, ordered_at: 1, quantity: 2 }
    expect(missingFields({ table: 'orders', columns })).toEqual(['amount'])
    expect(missingFields({ table: 'orders', columns: { ...columns, unit_price: 3 } })).toEqual([])
    expect(missingFields({ table: 'orders', columns: { ...columns, items: 3 } })).toEqual([])
    expect(missingFields({ table: 'reviews', columns: { title: 0 } })).toEqual(['text'])
    expect(missingFields({ table: 'links', columns: { from_id: 0 } })).toEqual(['to_id'])
  })
})

describe('mappedFields', () => {
  it('requires a customer number in every row only where nothing else names the customer', () => {
    const needed = (columns: Record<string, number>) =>
      mappedFields({ table: 'customers', columns }).flatMap(({ field, required }) =>
        required ? [field] : [],
      )
    expect(needed({ customer_id: 3, first_name: 1 })).toEqual(['customer_id'])
    expect(needed({ customer_id: 3, email: 1 })).toEqual([])
  })
})

describe('repeatedColumns', () => {
  it('allows a customer number that is the e-mail or the phone, and no other repeat', () => {
    expect(repeatedColumns({ table: 'orders', columns: { email: 0, customer_id: 0 } })).toEqual([])
    expect(repeatedColumns({ table: 'customers', columns: { customer_id: 4, phone: 4 } })).toEqual([])
    expect(repeatedColumns({ table: 'orders', columns: { email: 0, phone: 0 } })).toEqual([
      { column: 0, fields: ['email', 'phone'] },
    ])
    expect(repeatedColumns({ table: 'customers', columns: { phone: 1, email: 1, customer_id: 1 } })).toEqual([
      { column: 1, fields: ['customer_id', 'email', 'phone'] },
    ])
  })
})
