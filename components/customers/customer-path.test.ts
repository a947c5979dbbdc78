import fc from 'fast-check'
import { expect, it } from 'vitest'
import { customerPath, readCustomerParam } from './customer-path'

const param = (path: string) => new URL(path, 'http://localhost').pathname.slice('/customers/'.length)

it('carries ids with characters that mean something in an address', () => {
  for (const id of [
    '17850',
    'a/b',
    '100%',
    '%2F',
    '#1',
    '客户 1',
    '?x=1&y',
    '.',
    '..',
    '~',
    '~.',
    '../x',
    '\\',
  ]) {
    expect(readCustomerParam(param(customerPath(id)))).toBe(id)
  }
})

it('carries any id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
      expect(readCustomerParam(param(customerPath(id)))).toBe(id)
    }),
  )
})

it('refuses what is not an encoded id', () => {
  expect(readCustomerParam('%E4%A')).toBeNull()
})
