import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseRecords } from './parse-records'

const spectrum = fileURLToPath(new URL('../../../shared/data/csv-spectrum/', import.meta.url))

describe('parseRecords', () => {
  it.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a;b', [['a;b']]],
    ['"a ""b""","x\ny"', [['a "b"', 'x\ny']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['\n\n,\n', []],
    ['5" pipe,"x" y', [['5" pipe', 'x y']]],
    [
      '"open,1\n2,3',
      [
        ['"open', '1'],
        ['2', '3'],
      ],
    ],
    ['\ufeffa', [['\ufeffa']]],
    ['', []],
  ])('%j', (text, records) => {
    expect(parseRecords(text, ',')).toEqual(records)
  })

  it.skipIf(!existsSync(spectrum))('reads csv-spectrum as its authors do (needs ../shared/data)', () => {
    for (const file of readdirSync(`${spectrum}csvs`)) {
      const [headers = [], ...records] = parseRecords(readFileSync(`${spectrum}csvs/${file}`, 'utf8'), ',')
      const expected = JSON.parse(readFileSync(`${spectrum}json/${file.replace('.csv', '.json')}`, 'utf8'))
      const objects = records.map((record) => Object.fromEntries(headers.map((key, i) => [key, record[i]])))
      expect({ file, objects }).toEqual({ file, objects: expected })
    }
  })
})
