import { isUtf8 } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectEncodingProblem } from './encoding'

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

describe('detectEncodingProblem', () => {
  it('passes UTF-8, with or without a mark, also when it ends within a character', () => {
    expect(detectEncodingProblem(Buffer.from('\ufeffa,客\n1,é'))).toBeNull()
    expect(detectEncodingProblem(Buffer.from('a,客').subarray(0, 4))).toBeNull()
  })

  it('names the line and the byte that is not UTF-8', () => {
    const bytes = Buffer.from('id,name\n1,Jos\xe9\n', 'latin1')
    expect(detectEncodingProblem(bytes)).toEqual({ kind: 'notUtf8', line: 2, byte: 14 })
  })

  it.each([
    ['excel', Buffer.from('PK\x03\x04....[Content_Types].xml....xl/workbook.xml', 'latin1')],
    ['excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['zip', Buffer.from('PK\x03\x04....orders.csv', 'latin1')],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['utf16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('a,b\n1,2\n')])],
    ['utf16', utf16('a,b\n1,2\n3,4\n')],
    ['binary', Buffer.alloc(64)],
  ])('names %s', (kind, bytes) => {
    expect(detectEncodingProblem(bytes)).toEqual({ kind })
  })

  it('judges UTF-8 as Node does', () => {
    const bytes = fc.array(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f),
      {
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(bytes, (list) => {
        const head = Uint8Array.from([...list, 0x0a, 0x41, 0x41, 0x41, 0x41])
        expect(detectEncodingProblem(head) === null).toBe(isUtf8(head))
      }),
      { numRuns: 2000 },
    )
  })
})
