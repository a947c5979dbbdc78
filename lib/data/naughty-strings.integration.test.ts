import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readId, readText } from '@/lib/csv/cells'
import type { Mapping } from '@/lib/csv/mapping'
import { parseRecords } from '@/lib/csv/parse-records'
import { formatRecord, guardCell } from '@/lib/csv/write-record'
import { getCustomer } from '@/lib/customers/service'
import { everybody } from '@/lib/rules/normalise-rule'
import { exportRequestSchema } from '@/lib/segments/export-schema'
import { downloadExport, prepareExport } from '@/lib/segments/export-service'
import { createSegmentation, getSegmentation } from '@/lib/segments/service'
import { type Filter, type RowsQuery, rowsQuerySchema } from '@/lib/tables/schema'
import { getRows } from '@/lib/tables/service'
import type { TableName } from '@/lib/warehouse/tables'
import { openTestWorkspace, type TestWorkspace } from './data.fixture'
import { formulas, naughtyStrings, plainNumbers } from './naughty-strings.fixture'
import { openRejected } from './service'
import { rejectColumns } from './write-rejects'

/** What a cell means: blanks around it are none of it, and some texts say that there is nothing (see lib/csv/cells.ts). */
const meanings = naughtyStrings.map(readText)
const numberOf = (id: unknown) => Number(String(id).replace('row ', ''))
const byNumber = (rows: readonly (readonly unknown[])[]) =>
  [...rows].sort(([a], [b]) => numberOf(a) - numberOf(b)).map(([, ...cells]) => cells)

let test: TestWorkspace
beforeAll(async () => {
  test = await openTestWorkspace('sqlite')
})
afterAll(() => test.close())

/** Imports the naughty strings, each with its number, as lines that `write` makes of them. */
async function importLines(
  tables: Mapping['tables'],
  write: (text: string, index: number) => string[],
): Promise<void> {
  const header = write('', 0).map((_, column) => `column ${column}`)
  const text = [header, ...naughtyStrings.map(write)].map((cells) => `${formatRecord(cells)}\r\n`).join('')
  const { rowsRejected } = await test.importText(text, () => ({ tables, formats: {} }))
  expect(rowsRejected).toBe(0)
}

/** Columns of every row as the tables page shows them, in the order of the numbers in the first. */
async function showColumns(
  table: TableName,
  columns: string[],
  filters: Filter[] = [],
): Promise<unknown[][]> {
  const query: RowsQuery = rowsQuerySchema.parse({ columns, filters, sort: columns[0], size: 100 })
  const first = await getRows(test.owner, table, query)
  const rows = first.rows
  for (let page = 2; rows.length < first.total; page++)
    rows.push(...(await getRows(test.owner, table, { ...query, page })).rows)
  return byNumber(rows.map(({ cells }) => cells))
}

/** The names that an export to a program or a spreadsheet holds, in the order of their numbers; and the file. */
async function exportNames(segmentId: string, format: 'platform' | 'spreadsheet') {
  const request = exportRequestSchema.parse({
    ...{ segmentId, segmentName: '=1+1', onlyConsented: false, format },
    columns: ['customer_id', 'first_name', 'segment'],
    ...{ purpose: { kind: 'analysis' }, confirmed: ['withoutConsent', 'smallGroup', 'fewForPlatform'] },
  })
  const { exportId } = await prepareExport(test.owner, request)
  const text = await (await downloadExport(test.owner, exportId)).text()
  const [, ...records] = parseRecords(text.replace(/^\ufeff/, ''), ',')
  return { text, rows: byNumber(records) }
}

const hasOffice = spawnSync('soffice', ['--version']).status === 0

/** How many cells LibreOffice takes for formulas when it opens each text as a CSV file. */
async function countFormulas(texts: string[]): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'personae-office-'))
  try {
    const paths = texts.map((_, index) => join(folder, `${index}.csv`))
    await Promise.all(texts.map((text, index) => writeFile(paths[index]!, text)))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const filter = '--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true'
    const args = [profile, '--headless', filter, '--convert-to', 'fods', '--outdir', folder, ...paths]
    const { status, stderr } = spawnSync('soffice', args, { timeout: 50_000 })
    if (status !== 0) throw new Error(String(stderr))
    const opened = paths.map((path) => readFile(path.replace(/csv$/, 'fods'), 'utf8'))
    return (await Promise.all(opened)).map((sheet) => sheet.match(/table:formula=/g)?.length ?? 0)
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('naughty strings in the cells of files', () => {
  let segmentId: string
  beforeAll(async () => {
    const own = { product_id: 0, customer_id: 1, order_id: 2, ordered_at: 3, amount: 4 }
    await importLines(
      [
        { table: 'orders', mode: 'update', columns: own },
        { table: 'customers', mode: 'update', columns: { customer_id: 1, first_name: 2 }, attributes: [5] },
        { table: 'products', mode: 'update', columns: { product_id: 0, title: 2 } },
      ],
      (text, index) => [String(index), String(index), text, '2024-01-02', '5', text],
    )
    await importLines(
      [{ table: 'reviews', mode: 'update', columns: { review_id: 0, text: 1 } }],
      (text, index) => [String(index), `>${text}<`],
    )
    const settings = { kind: 'rule' as const, name: 'Everybody', asOf: '2024-01-02', rule: everybody }
    const { segmentationId } = await createSegmentation(test.owner, settings)
    expect((await test.runJob()).error).toBeNull()
    const view = await getSegmentation(test.owner, segmentationId)
    if (view.state !== 'completed') throw new Error(`The segmentation is ${view.state}`)
    segmentId = view.segments[0]!.id
  })

  it('come back unchanged from the tables', async () => {
    expect(naughtyStrings.length).toBeGreaterThan(500)
    const twice = meanings.map((text) => [text, text])
    expect(await showColumns('customers', ['customer_id', 'first_name', 'attributes:column 5'])).toEqual(
      twice,
    )
    expect(await showColumns('products', ['product_id', 'title'])).toEqual(meanings.map((text) => [text]))
    expect(await showColumns('reviews', ['review_id', 'text'])).toEqual(
      naughtyStrings.map((text) => [`>${text}<`]),
    )
    expect(await showColumns('orders', ['product_id', 'order_id'])).toEqual(
      naughtyStrings.map((text) => [readId(text)]),
    )
  })

  it('are found by what they are', async () => {
    const query = rowsQuerySchema.parse({ columns: ['customer_id'], sort: 'customer_id' })
    for (const text of [...formulas, '%', '_', "' OR 1=1 --", '\\', '👩‍👩‍👧‍👦'].map(readText)) {
      const filters = [{ column: 'first_name', is: 'equals' as const, value: text ?? '' }]
      const { rows } = await getRows(test.owner, 'customers', { ...query, filters })
      const meant = meanings.flatMap((meaning, index) => (meaning === text ? [String(index)] : []))
      expect(rows.map(({ cells }) => cells[0]).sort()).toEqual(meant.sort())
    }
  })

  it('come back unchanged from a customer’s page', async () => {
    for (const text of [
      '__proto__',
      '\u202egnp.exe\u202c',
      '<script>alert(1)</script>',
      '9007199254740993',
    ]) {
      const { identity, lines } = await getCustomer(test.owner, String(naughtyStrings.indexOf(text)))
      expect(identity).toMatchObject({ name: text, attributes: [{ name: 'column 5', value: text }] })
      expect(lines).toMatchObject([{ orderId: text, product: text }])
    }
  })

  const linesFrom = (first: number): Mapping => {
    const fields = ['order_id', 'customer_id', 'ordered_at', 'amount', 'product_title']
    const columns = Object.fromEntries(fields.map((field, index) => [field, first + index]))
    return { tables: [{ table: 'orders', mode: 'update', columns }], formats: {} }
  }

  /** The file of rejected rows of order lines without a day, one for each string; a header would run too. */
  async function rejectAll() {
    const header = ['order_id', 'customer_id', 'order_date', 'amount', 'product_title', '=1+1']
    const bad = naughtyStrings.map((text, index) => [`row ${index}`, '1', 'no day', '5', text, text])
    const lines = [header, ...bad].map((cells) => `${formatRecord(cells)}\n`).join('')
    const { id, rowsRejected } = await test.checkText(lines, () => linesFrom(0))
    expect(rowsRejected).toBe(naughtyStrings.length)
    const { file } = await openRejected(test.owner, id)
    const rejected = await file.readFile('utf8')
    await file.close()
    return rejected
  }

  it('come back unchanged from a file of rejected rows that was corrected', async () => {
    const rejected = await rejectAll()
    const { report, table } = await test.importText(rejected.replaceAll('"no day"', '"2024-01-02"'), () =>
      linesFrom(rejectColumns.length),
    )
    expect([table, report?.unusedColumns.includes('=1+1'), report?.rejected]).toEqual(['orders', true, []])
    const filters = [{ column: 'order_id', is: 'contains' as const, value: 'row ' }]
    const rows = await showColumns('orders', ['order_id', 'product_title'], filters)
    expect(rows).toEqual(meanings.map((text) => [text]))
  })

  it('come back from an export for spreadsheets, guarded where they would run', async () => {
    const { rows } = await exportNames(segmentId, 'spreadsheet')
    expect(rows).toEqual(meanings.map((name) => [guardCell(name ?? ''), "'=1+1"]))
    const shown = new Map(meanings.map((name, index) => [name, rows[index]?.[0]]))
    for (const text of formulas.map(readText)) expect(shown.get(text)).toMatch(/^['"o;,]/)
    for (const text of plainNumbers) expect(shown.get(text)).toBe(text)
  })

  it.skipIf(!hasOffice)(
    'LibreOffice finds no formula in exports and files of rejected rows (needs soffice)',
    async () => {
      const { text } = await exportNames(segmentId, 'spreadsheet')
      const rejected = await rejectAll()
      const unguarded = formulas.map((formula) => `${formatRecord([formula])}\n`).join('')
      expect(await countFormulas([text, rejected, unguarded])).toEqual([
        0,
        0,
        expect.toSatisfy((n) => n >= 3),
      ])
    },
  )

  it('come back unchanged from an export to a program, and from its import', async () => {
    const { text, rows } = await exportNames(segmentId, 'platform')
    // A program gets every value without any white space around it.
    const trimmed = meanings.map((meaning) => meaning?.trim() ?? '')
    expect(rows).toEqual(trimmed.map((name) => [name, '=1+1']))
    const columns = { customer_id: 0, first_name: 1 }
    const mapping: Mapping = { tables: [{ table: 'customers', mode: 'replace', columns }], formats: {} }
    const { rowsRejected } = await test.importText(text, () => mapping)
    expect(rowsRejected).toBe(0)
    expect(await showColumns('customers', ['customer_id', 'first_name'])).toEqual(
      trimmed.map((name) => [readText(name)]),
    )
  })
})
