import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { head, useHostileUploads } from './hostile-uploads.fixture'

/**
 * Every item of the list 'Hostile inputs: Upload' has one named test: here, in hostile-texts, or in the file named. What a file holds comes
 * out of the tables as it went in, or is refused row by row, or the whole file is, with a sentence; a refusal leaves
 * nothing but the upload itself.
 */
const elsewhere = [
  ['0 bytes', 'uploads', 'keeps nothing of an upload that is empty, too long, cut off or not allowed'],
  ['connection cut', 'uploads', 'keeps nothing of an upload whose browser goes away'],
  ['archives that lie', 'unpack/unpack', 'believes no header: sizes that lie, checksums that differ'],
  ['zip bomb', 'unpack/unpack', 'stops at archives that unpack to more than they may'],
  ['zip with ../../x.csv', 'unpack/unpack', 'takes names as data: paths that climb'],
  ['xlsx with entities, endless texts', 'unpack/workbook', 'refuses document types, broken XML and texts'],
  ['xlsx with endless lists', 'unpack/workbook', 'refuses lists and depths without end'],
  ['formula cells', 'naughty-strings', 'LibreOffice finds no formula'],
  ['big list of naughty strings', 'naughty-strings', 'come back unchanged'],
] as const

it.each(elsewhere)('%s: %s', (_, file, title) => {
  const text = readFileSync(new URL(`./${file}.integration.test.ts`, import.meta.url), 'utf8')
  expect(text.includes(title)).toBe(true)
})

const rejection = (reason: string, firstLine: number) =>
  expect.objectContaining({ reason, firstLine, rows: 1 })

describe('hostile files', () => {
  const { workspace, show, showRows, refuse } = useHostileUploads('sqlite')

  it('header only: nothing to import', async () => {
    const { uploadId } = await workspace().upload('customer_id,email,city,first_name\n')
    expect(await workspace().inspect(uploadId)).toMatchObject({ records: 0, rejected: [] })
    await workspace().clear()
  })

  it('UTF-16LE with a byte-order mark', async () => {
    const text = Buffer.from(`\ufeff${head}1,a@x.de,Köln,José 客\n`, 'utf16le')
    expect(await showRows(text)).toEqual([['1', 'a@x.de', 'Köln', 'José 客']])
  })

  it('Latin-1', async () => {
    const text = Buffer.from(`${head}1,a@x.de,Genève,José\n`, 'latin1')
    expect(await showRows(text)).toEqual([['1', 'a@x.de', 'Genève', 'José']])
  })

  it('LF, CRLF and CR in one file', async () => {
    const text = `${head.trim()}\r\n1,a@x.de,A,x\n2,b@x.de,B,y\r3,c@x.de,C,z\r\n`
    expect((await showRows(text)).map(([, , city, note]) => [city, note])).toEqual([
      ['A', 'x'],
      ['B', 'y'],
      ['C', 'z'],
    ])
  })

  it('ragged rows', async () => {
    const { rows, rejected } = await show(`${head}1,a@x.de\n2,b@x.de,B,y,extra\n3,c@x.de,C,z\n`)
    expect(rows).toEqual([['3', 'c@x.de', 'C', 'z']])
    expect(rejected).toEqual([expect.objectContaining({ reason: 'columnCount', firstLine: 2, rows: 2 })])
  })

  it('a quote that is never closed', async () => {
    const { rows, rejected } = await show(`${head}1,a@x.de,A,x\n2,b@x.de,"B,y\n3,c@x.de,C,z\n`)
    expect(rows.map(([id]) => id)).toEqual(['1', '3'])
    expect(rejected).toEqual([rejection('quote', 3)])
  })

  it('a field of 3 MB', async () => {
    const { rows, rejected } = await show(`${head}1,a@x.de,A,${'x'.repeat(3_000_000)}\n2,b@x.de,B,y\n`)
    expect(rows).toEqual([['2', 'b@x.de', 'B', 'y']])
    expect(rejected).toEqual([rejection('tooLong', 2)])
    expect(rejected[0]?.firstValue.length).toBeLessThan(2000)
  })

  it('20,000 columns, and more than a megabyte of them', async () => {
    const wide = Array.from({ length: 20_000 }, (_, index) => `c${index}`).join()
    await refuse(`${wide}\n${wide}\n`, { code: 'tooManyColumns', params: { columns: 20_000, most: 2000 } })
    const endless = `c${',c'.repeat(2_000_000)}\n`
    const params = { columns: expect.any(Number), more: 'yes', most: 2000 }
    await refuse(endless + endless, { code: 'tooManyColumns', params })
  })

  it('values with SQL', async () => {
    const values = [
      "'; DROP TABLE customers;--",
      "$$ || read_text('/etc/passwd')",
      "' UNION SELECT * FROM users --",
    ]
    const lines = values.map((value, index) => `${index},a@x.de,"${value}","${value}"\n`)
    const rows = await showRows(head + lines.join(''))
    expect(rows.map(([, , city, note]) => [city, note])).toEqual(values.map((value) => [value, value]))
  })

  it('cells with script', async () => {
    const cells = ['<img src=x onerror=alert(1)>', 'javascript:alert(1)']
    expect(await showRows(`${head}1,a@x.de,${cells}\n`)).toEqual([['1', 'a@x.de', ...cells]])
  })

  it('numbers that a double or a spreadsheet would change', async () => {
    const lines = ['007,a@x.de,9007199254740993,"1,50"', '9007199254740993,b@x.de,0.10,007']
    expect(await showRows(`${head}${lines.join('\n')}\n`)).toEqual([
      ['007', 'a@x.de', '9007199254740993', '1,50'],
      ['9007199254740993', 'b@x.de', '0.10', '007'],
    ])
  })

  it('a gzip bomb called .csv', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, 'a,b\n'), { level: 9 })
    expect(60_000_000 / bomb.length).toBeGreaterThan(900)
    await refuse(bomb, { code: 'archiveTooLarge' }, 'x.csv')
  })
})
