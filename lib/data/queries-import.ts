import 'server-only'
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { type Field, tableFields } from '@/lib/csv/fields'
import { kindProblems } from '@/lib/csv/read-cell'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { tableColumns, tableKeys } from '@/lib/warehouse/tables'
import { presentSql, valueSql } from './queries-cells'
import type { Mapping } from './schema'

export type CleanFile = {
  path: string
  delimiter: string
  /** Without the line number that stands before them. */
  columns: number
  /** Some cell holds a line end: such a file cannot be split between threads safely. */
  multiline: boolean
}

type MappedField = Field & { column: number }

const mappedFields = ({ table, columns }: Mapping): MappedField[] =>
  tableFields[table].flatMap((field) => {
    const column = columns[field.field]
    return column === undefined ? [] : [{ ...field, column }]
  })

/** Reads the clean file as it was written, with nothing left to guess: line, c0 … cN. */
function readClean({ path, delimiter, columns, multiline }: CleanFile): string {
  const names = Array.from({ length: columns }, (_, index) => `'c${index}': 'VARCHAR'`)
  const options = [
    ...['header = false', 'auto_detect = false', 'strict_mode = true', "quote = '\"'", "escape = '\"'"],
    ...["new_line = '\\n'", 'max_line_size = 8000000', 'buffer_size = 32000000'],
    `delim = ${quoteText(delimiter)}`,
    `parallel = ${!multiline}`,
    `columns = {${["'line': 'INTEGER'", ...names].join(', ')}}`,
  ]
  return `read_csv(${quoteText(path)}, ${options.join(', ')})`
}

/** What is wrong with a field, as 'reason:field'; NULL when nothing is. */
function fieldProblemSql({ field, kind, column, required, emptyAllowed }: MappedField): string | null {
  const unreadable = kindProblems[kind]
  const missing = required && !emptyAllowed ? `'missing:${field}'` : 'NULL'
  if (!unreadable) return missing === 'NULL' ? null : `CASE WHEN v_${field} IS NULL THEN ${missing} END`
  // Nested, so that only cells without a value are looked at again.
  const there = `${presentSql(kind, `c${column}`)} IS NOT NULL`
  return `CASE WHEN v_${field} IS NOT NULL THEN NULL
    ELSE CASE WHEN ${there} THEN '${unreadable}:${field}' ELSE ${missing} END END`
}

/** What is wrong with the fields of a row taken together. */
function rowProblemSql(mapping: Mapping, fields: MappedField[]): string | null {
  const has = (name: string) => fields.some(({ field }) => field === name)
  if (mapping.table === 'orders') {
    const byPrice = has('quantity') && has('unit_price')
    // With quantity and price there, only a product of more digits than an amount can hold is left.
    const parts = `WHEN v_quantity IS NULL THEN 'missing:quantity'
      WHEN v_unit_price IS NULL THEN 'missing:unit_price' ELSE 'number:quantity'`
    return `CASE WHEN v_line_amount IS NULL THEN ${byPrice ? `CASE ${parts} END` : "'missing:amount'"} END`
  }
  if (mapping.table === 'reviews') {
    const nothing = ['rating', 'text'].filter(has).map((field) => `v_${field} IS NULL`)
    return `CASE WHEN ${nothing.join(' AND ')} THEN 'missing:text' END`
  }
  return null
}

/** The first problem of a row, in the order of the fields; NULL when it is accepted. */
function problemSql(mapping: Mapping, fields: MappedField[]): string {
  const problems = [...fields.map(fieldProblemSql), rowProblemSql(mapping, fields)]
  return `coalesce(${[...problems.filter((problem) => problem !== null), 'NULL::VARCHAR'].join(',\n')})`
}

/** An order line's amount, exact: as mapped, else quantity × unit price − discount. */
function lineAmountSql(fields: MappedField[]): string {
  const has = (name: string) => fields.some(({ field }) => field === name)
  const discount = has('discount') ? 'coalesce(v_discount, 0)' : '0'
  return `coalesce(${[
    ...(has('amount') ? ['v_amount'] : []),
    ...(has('quantity') && has('unit_price')
      ? [`TRY_CAST(v_quantity * v_unit_price - ${discount} AS DECIMAL(18,4))`]
      : []),
    'NULL::DECIMAL(18,4)',
  ].join(', ')})`
}

/** Columns that a customers file keeps under their own header: those asked for, else all that feed no field. */
export function attributeColumns(mapping: Mapping, columns: number): number[] {
  if (mapping.table !== 'customers') return []
  const used = new Set(Object.values(mapping.columns))
  const all = Array.from({ length: columns }, (_, index) => index)
  return (mapping.attributes ?? all).filter((column) => column < columns && !used.has(column))
}

function attributesSql(columns: number[]): string {
  if (columns.length === 0) return 'NULL'
  const entries = columns.map(
    (column, index) =>
      `{'k': getvariable('attribute_names')[${index + 1}], 'v': ${presentSql('text', `c${column}`)}}`,
  )
  return `map_from_entries(list_filter([${entries.join(', ')}], lambda entry: entry.v IS NOT NULL))`
}

/** Every record of the clean file: line, c0 … cN, v_… (the fields' values, NULL when unreadable) and `problem`. */
function judgedRows(file: CleanFile, mapping: Mapping): string {
  const fields = mappedFields(mapping)
  const values = fields.map(
    ({ field, kind, column }) => `${valueSql(kind, `c${column}`, mapping)} AS v_${field}`,
  )
  const amount = mapping.table === 'orders' ? [`${lineAmountSql(fields)} AS v_line_amount`] : []
  return `(SELECT *, ${problemSql(mapping, fields)} AS problem
    FROM (SELECT ${['*', ...amount].join(', ')}
      FROM (SELECT ${['*', ...values].join(', ')} FROM ${readClean(file)})))`
}

function columnSql(file: CleanFile, mapping: Mapping, name: string, type: string): string {
  const mapped = mapping.columns[name] !== undefined
  if (name === 'attributes') {
    return `(${attributesSql(attributeColumns(mapping, file.columns))})::${type} AS attributes`
  }
  if (name === 'line_no') return `${mapped ? 'coalesce(v_line_no, line)' : 'line'} AS line_no`
  if (name === 'amount') return 'v_line_amount AS amount'
  if (name === 'quantity') {
    const assumed = 'CASE WHEN v_line_amount < 0 THEN -1 ELSE 1 END'
    return `(${mapped ? `coalesce(v_quantity, ${assumed})` : assumed})::DOUBLE AS quantity`
  }
  return mapped ? `v_${name}::${type} AS ${name}` : `NULL::${type} AS ${name}`
}

/** The accepted records as rows of the table, with their `line`. */
export function acceptedRows(file: CleanFile, mapping: Mapping): string {
  const columns = Object.entries(tableColumns[mapping.table])
  return `SELECT line, ${columns.map(([name, type]) => columnSql(file, mapping, name, type)).join(', ')}
    FROM ${judgedRows(file, mapping)} WHERE problem IS NULL`
}

/** The table's columns of `rows`; of records that repeat a key (orders aside, which have many lines) the last one. */
export function newestRows(rows: string, table: Mapping['table']): string {
  const columns = Object.keys(tableColumns[table]).join(', ')
  if (table === 'orders') return `SELECT ${columns} FROM ${rows}`
  const key = tableKeys[table]
  return `SELECT ${columns} FROM ${rows} QUALIFY ${key} IS NULL
    OR row_number() OVER (PARTITION BY ${key}, CASE WHEN ${key} IS NULL THEN line END ORDER BY line DESC) = 1`
}

/** Tells the connection the headers under which attributes are kept, as values: they never become SQL text. */
export async function setAttributeNames(connection: DuckDBConnection, names: string[]): Promise<void> {
  await connection.run('SET VARIABLE attribute_names = $1::VARCHAR[]', [listValue(names)], [LIST(VARCHAR)])
}

/**
 * Gathers what was rejected while splitting and what is rejected while reading into a temporary table `rejected`:
 * line, reason, field, value, and the original cells or, when they could not be split, the record's text.
 */
export async function gatherRejected(
  connection: DuckDBConnection,
  file: CleanFile,
  mapping: Mapping,
  scanned: string,
): Promise<void> {
  const cells = Array.from({ length: file.columns }, (_, index) => `c${index}`)
  const value = mappedFields(mapping).map(({ field, column }) => `WHEN '${field}' THEN c${column}`)
  const fieldOf = "split_part(problem, ':', 2)"
  await connection.run(`CREATE OR REPLACE TEMP TABLE rejected AS
    SELECT line, reason, NULL::VARCHAR AS field, record AS value, NULL::VARCHAR[] AS cells, record
    FROM read_csv(${quoteText(scanned)}, header = false, auto_detect = false, quote = '"', escape = '"', delim = ',',
      new_line = '\\n', strict_mode = true, parallel = false, max_line_size = 8000000, buffer_size = 32000000,
      columns = {'line': 'INTEGER', 'reason': 'VARCHAR', 'record': 'VARCHAR'})
    UNION ALL
    SELECT line, split_part(problem, ':', 1), ${fieldOf}, CASE ${fieldOf} ${value.join(' ')} END,
      [${cells.join(', ')}], NULL
    FROM ${judgedRows(file, mapping)} WHERE problem IS NOT NULL`)
}

export type RejectedGroup = {
  reason: string
  field: string | null
  rows: number
  firstLine: number
  firstValue: string | null
}

/** The rejected rows by reason and field, the most frequent first. */
export function groupRejected(connection: DuckDBConnection): Promise<RejectedGroup[]> {
  return queryConnection<RejectedGroup>(
    connection,
    `SELECT CASE WHEN reason IN ('quote', 'tooLong') THEN 'columnCount' ELSE reason END AS reason, field,
      count(*) AS rows, min(line) AS "firstLine", left(arg_min(value, line), 200) AS "firstValue"
    FROM rejected GROUP BY ALL ORDER BY rows DESC, "firstLine"`,
  )
}

export type RejectedRow = {
  line: number
  reason: string
  field: string | null
  value: string | null
  cells: (string | null)[] | null
  record: string | null
}

/** The rejected rows in the order of the file, in bounded memory. */
export async function* streamRejected(connection: DuckDBConnection): AsyncGenerator<RejectedRow[]> {
  const result = await connection.stream(
    'SELECT line, reason, field, value, cells, record FROM rejected ORDER BY line',
  )
  for await (const rows of result.yieldRowObjectJson()) yield rows as unknown as RejectedRow[]
}
