import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBInstance, listValue } from '@duckdb/node-api'
import { array, assert, asyncProperty, constantFrom, integer, tuple } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnFlags } from '@/lib/csv/cell-flags'
import { missingWords } from '@/lib/csv/cells'
import type { Field, FieldKind } from '@/lib/csv/fields'
import type { ColumnFormat } from '@/lib/csv/mapping'
import { readCell } from '@/lib/csv/read-cell'
import { openWarehouse, queryRows } from '@/lib/warehouse/duckdb'
import { presentSql, valueSql } from './queries-cells'

const texts = [
  ...missingWords,
  ...[
    ' NULL ',
    'Null',
    'none',
    '  ',
    '\u3000',
    "'",
    "''",
    "'00123",
    '\t00123\t',
    '17850.0',
    ' 17850.0 ',
    "'17850.0",
  ],
  ...[
    '17850.00',
    '1.0',
    '0.0',
    'A1.0',
    '.0',
    '007',
    '9007199254740993',
    '5.11E+18',
    '1e3',
    '1_000',
    '0x10',
    'Infinity',
  ],
  ...[
    '0',
    '-0',
    '+5',
    '-5',
    '5.',
    '.5',
    ',5',
    '5,',
    '1.5',
    '1,5',
    '1,234',
    '1.234',
    '1,234.50',
    '1.234,50',
    '1,23,456',
  ],
  ...[
    '12,34',
    '1,234,567.891',
    '1.234.567,891',
    '1 234,50',
    "1'234.50",
    '1’234.50',
    '1\u202f234,50',
    '1.2.3',
    '1,2,3',
  ],
  ...[
    '$12.50',
    '-$12.50',
    '$-12.50',
    '12.50-',
    '(12.50)',
    '($12.50)',
    '€ 12,50',
    '12,50 €',
    'EUR 12.50',
    '12.50EUR',
  ],
  ...[
    '￥99',
    '¥99',
    '99元',
    'kr 12',
    'US$12',
    'R$ 1.234,56',
    '−12.5',
    '--5',
    '5-5',
    '(5',
    '5)',
    'qty 5',
    'abc',
    '12%',
  ],
  ...[
    '0.00005',
    '-0.00005',
    '0.00004999',
    '1.99995',
    '99999999999999',
    '99999999999999.99999',
    '999999999999999',
  ],
  ...['12345678901234567890', '2147483647', '2147483648', '-2147483648', '1.0000', '1.5000', '00012'],
  ...[
    '5',
    '4.5',
    '5.1',
    '4/5',
    '4 / 5',
    '5 stars',
    '4 Star',
    '4星',
    '4 分',
    '4/10',
    '-1',
    '3,5',
    '4\t 分',
    '- 分',
  ],
  ...[
    '2010-12-01',
    '2010-12-01 08:26:00',
    '2010-12-01 21:26:00',
    '2010-12-01T23:59:59.999999Z',
    '2010-02-30T10:00:00Z',
    '2010-12-01 08:26:00 UTC',
    '2010-12-01 08:26:00-05',
    '31/12/2099 23:59:59',
    '1.2.2010 8:05',
    '30-02-2010 8:05',
    '12/31/2010 0:00',
    '2010/2/1 08:05:07',
    '2010.12.31 7:05',
    '1/2/2010 24:00',
    '1/2/1899',
    '0/2/2010',
    '1/2-2010',
    '2010-12-01T08:26',
    '2010-12-01T08:26:00Z',
    '2010-12-01 08:26:00.123',
  ],
  ...[
    '2010-12-01T08:26:00+01:00',
    '2010-12-01 08:26:00 +0800',
    '2010-12-01 08:26 UTC',
    '2010-12-01T25:00:00',
  ],
  ...[
    '2010-12-01 24:00:00',
    '2010-12-01 23:59:60',
    '2010-12-01 12:60',
    '2010-2-3',
    '2010/02/03 4:05',
    '2010.02.03',
  ],
  ...[
    '20101201',
    '20101232',
    '20101201 10:00',
    '2010年12月1日',
    '2010年12月1日 8:05',
    '2010-02-29',
    '2012-02-29',
  ],
  ...[
    '1899-12-31',
    '1900-01-01',
    '2099-12-31',
    '2100-01-01',
    '0000-00-00',
    '2010-00-10',
    '2010-13-01',
    '2010-12-1 ',
  ],
  ...[
    '01/02/2010',
    '13/02/2010',
    '02/13/2010',
    '1.2.10',
    '31.12.69',
    '31.12.70',
    '1/2/2010 3:04 PM',
    '1/2/2010 12:00 am',
  ],
  ...[
    '1/2/2010 13:00 pm',
    '1/2/2010 0:30 AM',
    '1/2/2010 3:04:05 p.m.',
    '1/2/2010, 15:04',
    '10/11/12',
    '99/1/2',
    '1/2',
  ],
  ...[
    '1 Dec 2010',
    '01-Dec-10',
    'Dec 1, 2010',
    'December 1st, 2010',
    '1st december 2010',
    '31 Feb 2010',
    'Sept 3 2011',
  ],
  ...['3 May 2011 4:05 pm', 'Foo 1, 2010', '2010-12-01 foo', '1 Decem 2010', '40513', '1291191960'],
  ...[
    'yes',
    'No',
    'TRUE',
    'f',
    'subscribed',
    'UNSUBSCRIBED',
    'Never Subscribed',
    '是',
    '否',
    'maybe',
    'on',
    'Y',
  ],
  ...[
    '1.2万',
    '3亿',
    '２万',
    '12 %',
    '1,5%',
    '%',
    '5.11E+18',
    '1e3',
    '1e-3',
    '2,5e2',
    '-1.5E2',
    '1e999',
    '0e999',
  ],
  ...[
    '1e-999',
    '１２３．５',
    '１２，５',
    '2 50',
    '12 345',
    '1 2',
    '1e5kr',
    '(1e3)',
    '5e',
    '12,345.678e1',
    '4.5%',
    '80%',
  ],
  ...[
    '2024年3月5日',
    '2024年3月5日 下午3:04',
    '2024年3月5日 上午12:00:01',
    '2024年3月5日15时4分',
    '2024年3月5日15时4分5秒',
  ],
  ...[
    '2024 年 3 月 5 日 下午 3 时',
    'Tue, 5 Mar 2024 10:11:12 GMT',
    'Tuesday, March 5, 2024',
    '5 Mar 2024',
    '星期二',
  ],
  ...[
    'Tue Mar 05 10:11:12 UTC 2024',
    '20240305101112',
    '20240305T101112Z',
    '2024-Mar-05',
    '05-Mar-2024 10:11 PM',
  ],
  ...[
    '２０２４-０３-０５',
    '2024-03-05 10:11:12 CET',
    '2024/3/5 下午1:02',
    '2024/3/5 下午13:02',
    '2024/3/5 上午0:02',
  ],
  ...['45356', '45356.5', '45356,25', '59', '60', '61', '1', '0', '73050', '73051', '45356.999999'],
  ...[
    '1709633472',
    '1709633472.9',
    '-1',
    '-2208988800',
    '-2208988801',
    '4102444799',
    '4102444800',
    '1709633472123',
  ],
  ...['x', '✓', 'ja', 'NON', 'sí', 'Opted In', 'SUBSCRIBED', 'NEVER_SUBSCRIBED', '×', '订阅', '退订'],
  ...['=1+1', "'=1+1", '@SUM(1)', 'a\u0000b', 'line\nbreak', '👩‍👩‍👧', 'İstanbul', '\u200bzero\u200b'],
]

const kinds: FieldKind[] = [
  'text',
  'id',
  'date',
  'datetime',
  'number',
  'integer',
  'money',
  'rating',
  'boolean',
]
const formats: ColumnFormat[] = [
  { dates: 'ymd', decimalMark: '.' },
  { dates: 'dmy', decimalMark: ',' },
  { dates: 'mdy', decimalMark: '.' },
  { dates: 'excel', decimalMark: ',' },
  { dates: 'seconds' },
  { dates: 'milliseconds' },
]
const asText: Partial<Record<FieldKind, string>> = {
  date: "strftime(v, '%Y-%m-%d')",
  datetime: "strftime(v, '%Y-%m-%d %H:%M:%S')",
  number: 'v::DOUBLE',
  money: "regexp_replace(v::VARCHAR, '\\.?0+$', '')",
}

describe('readCell and the import’s SQL', () => {
  let warehouse: DuckDBInstance
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'personae-cells-'))
    warehouse = await openWarehouse(dataDir, { memory: '300MB', threads: 1 })
  })
  afterAll(async () => {
    warehouse.closeSync()
    await rm(dataDir, { recursive: true })
  })

  async function compare(
    kind: FieldKind,
    format: ColumnFormat,
    cells: readonly string[],
    flags?: ColumnFlags,
  ) {
    const field: Field = {
      ...{ field: 'f', kind, required: false, emptyAllowed: false, contact: false, synonyms: [] },
    }
    const sql = `WITH cells AS (SELECT unnest($1::VARCHAR[]) AS cell),
      read AS (SELECT cell, ${presentSql(kind, 'cell', flags)} AS t, ${valueSql(kind, 'cell', format, flags)} AS v FROM cells)
      SELECT cell, ${asText[kind] ?? 'v'} AS value, t IS NOT NULL AND v IS NULL AS problem FROM read`
    const rows = await queryRows(warehouse, sql, [listValue([...cells])])
    const ours = cells.map((cell) => {
      const { value, problem } = readCell(field, cell, format)
      return { cell, value, problem: problem !== null }
    })
    return ours.flatMap((cell, index) =>
      JSON.stringify(cell) === JSON.stringify(rows[index]) ? [] : [{ ours: cell, sql: rows[index] }],
    )
  }

  for (const kind of kinds) {
    it.each(formats)(`agree on every ${kind}, %o`, async (format) => {
      expect(await compare(kind, format, texts)).toEqual([])
    })
  }

  it('agree on cells of a column in which nothing is special', async () => {
    const plain = [
      'A1',
      '17850',
      '12.5',
      '-3',
      '1,5',
      '2010-12-01 08:26:00',
      '1/2/2010',
      '4/5',
      'yes',
      '45356',
    ]
    const flags = { blank: false, special: false, floatId: false }
    for (const kind of kinds) {
      for (const format of formats) expect(await compare(kind, format, plain, flags)).toEqual([])
    }
    expect(await compare('id', {}, ['17850.0', 'A1', 'A1.0'], { ...flags, floatId: true })).toEqual([])
    expect(await compare('number', {}, ['', '5'], { ...flags, blank: true })).toEqual([])
  })

  // Cells that nearly are what they seem to be: known ones with characters changed, left out and put in.
  const characters = [..."0123456789.,-+/: TZeE%_()年月日万亿￥１．'\t\v\fé"]
  const slip = tuple(
    integer({ min: 0, max: 30 }),
    integer({ min: 0, max: 1 }),
    constantFrom('', ...characters),
  )
  const slipped = tuple(constantFrom(...texts), array(slip, { maxLength: 4 })).map(([text, slips]) => {
    const chars = [...text]
    for (const [at, removed, put] of slips) chars.splice(at % (chars.length + 1), removed, put)
    return chars.join('')
  })
  it.each(kinds)('agree on slips of the pen in every %s', async (kind) => {
    const cells = array(slipped, { minLength: 300, maxLength: 300 })
    const judged = asyncProperty(constantFrom(...formats), cells, async (format, given) => {
      expect(await compare(kind, format, given)).toEqual([])
    })
    await assert(judged, { numRuns: 30, seed: 20_240_305, endOnFailure: true })
  })
})
