import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecords } from '@/lib/csv/parse-records'
import { formatHeader, formatPerson } from './export-rows'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const payloadFile = `${folder}csv_injection/payloads.txt`
const readLines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean)

const parse = (line: string | null) => parseRecords((line ?? '').replace(/\r\n$/, ''), ',')[0]

describe('a list for a spreadsheet', () => {
  it('begins with a byte-order mark and quotes every cell', () => {
    expect(formatHeader(['customer_id', 'email'], 'spreadsheet')).toBe('\uFEFF"customer_id","email"\r\n')
    expect(formatPerson(['customer_id', 'email'], ['0017', null], 'spreadsheet')).toBe('"0017",""\r\n')
  })

  it('leaves a number a number and a formula a text', () => {
    const cells = ['-12.50', '=1+1', ' @SUM(A1)', '+49 30 1234']
    const line = formatPerson(['revenue', 'first_name', 'last_name', 'phone'], cells, 'spreadsheet')
    expect(parse(line)).toEqual(['-12.50', "'=1+1", "' @SUM(A1)", "'+49 30 1234"])
  })

  it('keeps everybody, whatever is known of them', () => {
    expect(formatPerson(['email'], [null], 'spreadsheet')).toBe('""\r\n')
  })

  it.skipIf(!existsSync(payloadFile))('disarms every known payload (needs ../shared/data)', () => {
    const payloads = readLines(payloadFile)
    expect(payloads.length).toBeGreaterThan(10)
    for (const payload of payloads) {
      const [cell] = parse(formatPerson(['first_name'], [payload], 'spreadsheet')) ?? []
      expect(cell).not.toMatch(/^[\s\u00a0\0]*[=+\-@|%]/)
      expect(cell?.replace(/^'/, '')).toBe(payload)
    }
  })

  it('is read back as it was, but for the mark of disarmed cells', () => {
    // A cell holds no NUL: every import leaves it out.
    const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\0', ''))
    fc.assert(
      fc.property(cell, cell, (first, last) => {
        const read = parse(formatPerson(['first_name', 'last_name'], [first, last], 'spreadsheet'))
        expect(read?.map((text, i) => (text === [first, last][i] ? text : text.slice(1)))).toEqual([
          first,
          last,
        ])
      }),
    )
  })
})

describe('a list for a platform', () => {
  it('has no byte-order mark and leaves signs alone', () => {
    expect(formatHeader(['email', 'phone'], 'platform')).not.toContain('\uFEFF')
    const line = formatPerson(['phone', 'first_name'], [' +49301234 ', '=x'], 'platform')
    expect(parse(line)).toEqual(['+49301234', '=x'])
  })

  it.each([
    [' Ada@Example.COM ', 'ada@example.com'],
    ['li@例え.テスト', 'li@例え.テスト'],
  ])('writes %j as a platform matches it', (email, expected) => {
    expect(parse(formatPerson(['email'], [email], 'platform'))).toEqual([expected])
  })

  it.each(['', 'ada', 'ada@example', 'ada @example.com', '@example.com', 'a@b@example.com'])(
    'leaves out a person whose only address is %j',
    (email) => {
      expect(formatPerson(['email', 'first_name'], [email, 'Ada'], 'platform')).toBeNull()
      expect(parse(formatPerson(['email', 'phone'], [email, '123'], 'platform'))).toEqual(['', '123'])
    },
  )

  it('keeps everybody when no identifier was chosen', () => {
    expect(formatPerson(['city'], [null], 'platform')).toBe('""\r\n')
  })
})
