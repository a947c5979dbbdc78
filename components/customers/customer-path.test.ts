import fc from 'fast-check'
import { expect, it } from 'vitest'
import { customerPath, readCustomerParam, referencePath } from './customer-path'

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
    expect(readCustomerParam(param(customerPath(id)))).toEqual({ id })
  }
})

it('carries any id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
      expect(readCustomerParam(param(customerPath(id)))).toEqual({ id })
    }),
  )
})

it('survives being decoded on the way', () => {
  for (const id of ['100%', '%2F', '%E4%B8%AD', '~41', 'a/b']) {
    expect(readCustomerParam(decodeURIComponent(param(customerPath(id))))).toEqual({ id })
  }
})

it('leaves usual ids readable', () => {
  expect(customerPath('C002250')).toBe('/customers/C002250')
  expect(customerPath('17850.0')).toBe('/customers/17850.0')
})

it('tells a reference from an id', () => {
  expect(readCustomerParam(param(referencePath('0af3')))).toEqual({ reference: '0af3' })
  expect(readCustomerParam(param(customerPath('~ref-0af3')))).toEqual({ id: '~ref-0af3' })
})

it('refuses what is not an encoded id', () => {
  expect(readCustomerParam('%E4%A')).toBeNull()
})
