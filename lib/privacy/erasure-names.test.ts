import { describe, expect, it } from 'vitest'
import { withoutExamples, withoutTexts } from './erasure-json'
import { cellMatcher, namePattern } from './erasure-names'

const names = { ids: ['C-4711', '17', '客户九号'], contacts: ['ada@x.com', 'tel:491701234567'] }
const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

describe('the names of a person in a file', () => {
  const finds = (text: string, short = false) => namePattern(names, short)!.test(bytes(text))

  it('are found however e-mail and phone are written', () => {
    for (const text of [
      'x,ADA@X.com,1',
      '"+49 (170) 123-45 67"',
      '0049170/1234567',
      'a;c-4711;b',
      'é,客户九号',
    ])
      expect(finds(text)).toBe(true)
  })

  it('are not found within longer ones', () => {
    for (const text of ['C-47112', 'XC-4711', 'nada@x.com', 'ada@x.community', '1491701234567', '客户九'])
      expect(finds(text)).toBe(false)
  })

  it('count as whole cells where they are short', () => {
    expect(finds('a,17,b')).toBe(false)
    expect(finds('a,17,b', true)).toBe(true)
    expect(finds('a,17.5,b\n170', true)).toBe(false)
    const isTheirs = cellMatcher(names)
    expect(['17', " '17 ", '170', 'x 17'].map(isTheirs)).toEqual([true, true, false, false])
  })
})

it('takes quotations out of results and leaves their form', () => {
  const stored = {
    segments: [
      {
        topCity: { value: 'Nowhere', share: 0.2 },
        summary: [
          { key: 'a', params: { city: 'Nowhere', n: 2 } },
          { key: 'b', params: {} },
        ],
        quality: {
          farthest: [
            { customerId: 'C-4711', distance: 3 },
            { customerId: 'other', distance: 2 },
          ],
        },
      },
    ],
    note: 'Nowhere',
  }
  expect(withoutTexts(stored, new Set(['Nowhere', 'C-4711']))).toEqual({
    segments: [
      {
        topCity: null,
        summary: [{ key: 'b', params: {} }],
        quality: { farthest: [{ customerId: 'other', distance: 2 }] },
      },
    ],
    note: '',
  })
  const report = { rejected: [{ reason: 'date', rows: 2, firstValue: '3.13.20' }], orders: null }
  expect(withoutExamples(report)).toEqual({
    rejected: [{ reason: 'date', rows: 2, firstValue: '' }],
    orders: null,
  })
})
