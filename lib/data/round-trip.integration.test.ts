import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readText } from '@/lib/csv/cells'
import { tableFields } from '@/lib/csv/fields'
import type { ColumnFormat, Mapping } from '@/lib/csv/mapping'
import { readCell } from '@/lib/csv/read-cell'
import { openWarehouse, queryRows } from '@/lib/warehouse/duckdb'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { importFile } from './import-file'
import { readHead } from './read-head'

const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

describe('what goes in comes out', () => {
  let warehouse: DuckDBInstance
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'personae-round-trip-'))
    warehouse = await openWarehouse(dataDir, { memory: '300MB', threads: 2 })
  })
  afterAll(async () => {
    warehouse.closeSync()
    await rm(dataDir, { recursive: true })
  })

  async function importText(text: string, mapping: Mapping, order: string) {
    const source = join(dataDir, 'tmp/source.csv')
    await writeFile(source, text)
    const { dialect, headers } = await readHead(source, { delimiter: ',', headerLine: 1 })
    const result = await importFile({
      ...{
        warehouse,
        dataDir,
        importId: 'import',
        fileName: 'source.csv',
        source,
        mapping,
        dialect,
        headers,
        batches: [],
      },
      folder: join(dataDir, 'tmp/job'),
      words: () => ({ reason: '', hint: '' }),
      progress: () => {},
    })
    const [staged] = result.staged
    const path = quoteText(warehousePath(dataDir, staged?.file ?? ''))
    const rows = staged
      ? await queryRows(warehouse, `SELECT * FROM read_parquet(${path}) ORDER BY ${order}`)
      : []
    return { ...result, rows }
  }

  const reviews: Mapping = {
    tables: [{ table: 'reviews', mode: 'update', columns: { review_id: 0, title: 1, text: 2 } }],
    formats: {},
  }
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const byNumber = 'CAST(review_id AS INTEGER)'

  async function expectUnchanged(texts: string[]) {
    const lines = texts.map((text, index) => `${index},${quoted(text)},${quoted(`>${text}<`)}`)
    const { rows, rowsRead } = await importText(`id,title,text\n${lines.join('\n')}`, reviews, byNumber)
    expect(rowsRead).toBe(texts.length)
    expect(rows.map(({ title, text }) => ({ title, text }))).toEqual(
      texts.map((text) => ({ title: readText(text), text: `>${text}<` })),
    )
  }

  it.skipIf(!existsSync(shared))(
    'spreadsheet formulas survive unchanged (needs ../shared/data)',
    async () => {
      await expectUnchanged(readFileSync(join(shared, 'csv_injection/payloads.txt'), 'utf8').split('\n'))
    },
  )

  const loose = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', 'Z', '0', '.', '-', ' ', '"', ',', ';', '\n', '\r', '客', '\0', "'"),
    }),
    fc.constantFrom(
      '',
      'NULL',
      'N/A',
      '17850.0',
      '1,234.50',
      '€5',
      '(3)',
      '2024-02-30',
      '2024-02-03',
      '03/04/2024',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number.toFixed(3)),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  )

  it('every row is accepted with its very cells, or rejected', async () => {
    const fields = tableFields.orders.filter(({ field }) =>
      ['order_id', 'customer_id', 'ordered_at', 'channel', 'amount'].includes(field),
    )
    const columns = Object.fromEntries(fields.map(({ field }, column) => [field, column]))
    const format: ColumnFormat = { dates: 'dmy', decimalMark: '.' }
    const mapping: Mapping = {
      tables: [{ table: 'orders', mode: 'update', columns }],
      formats: Object.fromEntries(fields.map((_, column) => [column, format])),
    }
    const width = fields.length
    const record = fc.array(loose, { minLength: width, maxLength: width })
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
        const header = fields.map(({ field }) => field).join(',')
        const text = [header, ...records.map((cells) => cells.map(quoted).join(','))].join('\r\n')
        const { rows, rowsRead, rowsAccepted, rowsRejected, report } = await importText(
          text,
          mapping,
          'line_no',
        )
        const read = records.map((cells) =>
          Object.fromEntries(
            fields.map((field, column) => [
              field.field,
              readCell(field, (cells[column] ?? '').replaceAll('\0', ''), format),
            ]),
          ),
        )
        const good = read.filter(
          (cells) =>
            Object.values(cells).every(({ problem }) => problem === null) && cells.amount?.value !== null,
        )
        expect(rowsRead).toBe(records.length)
        expect(rowsAccepted + rowsRejected).toBe(rowsRead)
        expect(report.rejected.reduce((sum, group) => sum + group.rows, 0)).toBe(rowsRejected)
        expect(
          rows.map(({ order_id, customer_id, ordered_at, channel, amount }) => ({
            order_id,
            customer_id,
            ordered_at,
            channel,
            amount: Number(amount),
          })),
        ).toEqual(
          good.map((cells) => ({
            order_id: cells.order_id?.value,
            customer_id: cells.customer_id?.value,
            ordered_at: cells.ordered_at?.value,
            channel: cells.channel?.value,
            amount: Number(cells.amount?.value),
          })),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('raw text of any kind is counted in full', async () => {
    const raw = fc.string({ unit: fc.constantFrom('1', 'a', '"', ',', '\n', '\r', ' '), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(raw, async (body) => {
        const { rowsRead, rowsAccepted, rowsRejected } = await importText(
          `id,title,text\n${body}`,
          reviews,
          byNumber.replace('CAST', 'TRY_CAST'),
        )
        expect(rowsAccepted + rowsRejected).toBe(rowsRead)
      }),
      { numRuns: 30 },
    )
  })
})
