import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecords } from '@/lib/csv/parse-records'
import { countryCode } from './export-country'
import { formatHeader, formatPerson } from './export-rows'
import type { ExportColumn, ExportFormat } from './export-schema'

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const payloadFile = `${folder}csv_injection/payloads.txt`
const readLines = (path: string) => readFileSync(path, 'utf8').split('\n').filter(Boolean)

const parse = (line: string) => parseRecords(line.replace(/\r\n$/, ''), ',')[0]

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
    'leaves out the address %j',
    (email) => {
      expect(parse(formatPerson(['email', 'phone'], [email, '123'], 'platform'))).toEqual(['', '123'])
    },
  )
})

describe('a hashed list', () => {
  const hash = (column: ExportColumn, cell: string, format: ExportFormat) =>
    parse(formatPerson([column], [cell], format))?.[0]

  // as the platforms publish them, see shared/reference/AD_PLATFORMS.md
  it.each([
    [
      'meta',
      'email',
      ' John_Smith@Gmail.com ',
      '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f',
    ],
    [
      'meta',
      'phone',
      '+1 (650) 555-1212',
      'e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176',
    ],
    ['meta', 'first_name', 'Valéry', '08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c'],
    [
      'google',
      'phone',
      '001 650 555 1212',
      '1e231c66011e7a2d867a9cfae267a6aff103cf4913640b6e71a99850fc0ffbc8',
    ],
    [
      'google',
      'email',
      'Cloudy.San Francisco+ads@gmail.com',
      '223ebda6f6889b1494551ba902d9d381daf2f642bae055888e96343d53e9f9c4',
    ],
  ] as const)('for %s has the published hash of the %s', (format, column, cell, expected) => {
    expect(hash(column, cell, format)).toBe(expected)
    expect(hash(column, expected.toUpperCase(), format)).toBe(expected)
  })

  it('hashes the same person differently for different platforms', () => {
    const email = 'ada.love@gmail.com'
    expect(hash('email', email, 'meta')).not.toBe(hash('email', email, 'google'))
    expect(hash('email', email, 'google')).toBe(hash('email', 'adalove@gmail.com', 'google'))
  })

  it('leaves empty what no platform could match', () => {
    expect(hash('phone', '030 1234567', 'meta')).toBe('')
    expect(hash('email', 'nobody', 'google')).toBe('')
    expect(hash('country', 'Atlantis', 'meta')).toBe('')
  })

  it('knows a country by code and by name', () => {
    expect(new Set(['de', 'DE', ' Germany', 'Deutschland', '德国'].map(countryCode))).toEqual(new Set(['DE']))
    expect(countryCode('')).toBe('')
  })

  it('has the headers that the platforms ask for', () => {
    expect(parse(formatHeader(['email', 'first_name', 'city'], 'meta'))).toEqual(['email', 'fn', 'ct'])
    expect(parse(formatHeader(['email', 'phone'], 'google'))).toEqual(['Email', 'Phone'])
    expect(parse(formatHeader(['customer_id'], 'platform', true))).toEqual(['pseudonym'])
  })
})
