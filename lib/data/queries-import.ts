import 'server-only'
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import type { ColumnFlags } from '@/lib/csv/cell-flags'
import { contactFields, type MappedField, mappedFields, orderFields } from '@/lib/csv/fields'
import type { Mapping, TableMapping } from '@/lib/csv/mapping'
import { kindProblems } from '@/lib/csv/read-cell'
import { emailContact, phoneContact } from '@/lib/warehouse/identity'
import { tableColumns } from '@/lib/warehouse/tables'
import { presentSql, valueSql } from './queries-cells'
import { erasedProblemSql } from './queries-erased'
import { itemColumnSql, packedItemsSql, unpackRows } from './queries-items'
import { type RecordFile, readRecords } from './queries-records'

type ValueField = MappedField & { value: string }

/** The mapped fields of the table at `index`, with the names of their values. */
export const valueFields = (table: TableMapping, index: number): ValueField[] =>
  mappedFields(table).map((field) => ({ ...field, value: `v${index}_${field.field}` }))

/** The one who is meant: the id, else a contact; an id that is an e-mail address counts as one. Or the file's row. */
function customerSql(fields: ValueField[], { numbered }: TableMapping): string | null {
  if (numbered) return "concat(getvariable('row_prefix'), '-', line)"
  const of = (name: string) => fields.find(({ field }) => field === name)?.value
  const [id, email, phone] = [of('customer_id'), of('email'), of('phone')]
  const parts = [
    ...(id
      ? [`CASE WHEN contains(${id}, '@') THEN coalesce(${emailContact(id)}, ${id}) ELSE ${id} END`]
      : []),
    ...(email ? [emailContact(email)] : []),
    ...(phone ? [phoneContact(phone)] : []),
  ]
  if (parts.length === 0) return null
  return parts.length > 1 ? `coalesce(${parts.join(', ')})` : (parts[0] ?? null)
}

/** An order line's amount, exact: as mapped, else quantity × unit price − discount. */
function lineAmountSql(fields: ValueField[]): string {
  const of = (name: string) => fields.find(({ field }) => field === name)?.value
  const [amount, quantity, price, discount] = [of('amount'), of('quantity'), of('unit_price'), of('discount')]
  return `coalesce(${[
    ...(amount ? [amount] : []),
    ...(quantity && price
      ? [`TRY_CAST(${quantity} * ${price} - ${discount ? `coalesce(${discount}, 0)` : '0'} AS DECIMAL(18,4))`]
      : []),
    'NULL::DECIMAL(18,4)',
  ].join(', ')})`
}

/** What is wrong with a field, as 'reason:field'; NULL when nothing is. */
function fieldProblemSql(field: ValueField, flags: ColumnFlags | undefined): string | null {
  if (field.contact) return null
  const unreadable = kindProblems[field.kind]
  const missing = field.required && !field.emptyAllowed ? `'missing:${field.field}'` : 'NULL'
  if (!unreadable) return missing === 'NULL' ? null : `CASE WHEN ${field.value} IS NULL THEN ${missing} END`
  // Nested, so that only cells without a value are looked at again.
  const there = `${presentSql(field.kind, `c${field.column}`, flags)} IS NOT NULL`
  return `CASE WHEN ${field.value} IS NOT NULL THEN NULL
    ELSE CASE WHEN ${there} THEN '${unreadable}:${field.field}' ELSE ${missing} END END`
}

/** What is wrong with the fields of a row taken together. */
function rowProblemSql({ table }: TableMapping, fields: ValueField[]): string | null {
  const of = (name: string) => fields.find(({ field }) => field === name)?.value
  if (table === 'orders') {
    const [quantity, price] = [of('quantity'), of('unit_price')]
    // With quantity and price there, only a product of more digits than an amount can hold is left.
    const parts = `WHEN ${quantity} IS NULL THEN 'missing:quantity'
      WHEN ${price} IS NULL THEN 'missing:unit_price' ELSE 'number:quantity'`
    const missing = `CASE WHEN v_amount IS NULL THEN ${quantity && price ? `CASE ${parts} END` : "'missing:amount'"} END`
    const items = of('items')
    if (!items) return missing
    return `CASE WHEN ${items} IS NULL THEN ${missing} WHEN v_items IS NULL THEN 'items:items' END`
  }
  if (table === 'reviews') {
    const nothing = ['rating', 'text'].flatMap((name) => of(name) ?? []).map((value) => `${value} IS NULL`)
    return `CASE WHEN ${nothing.join(' AND ')} THEN 'missing:text' END`
  }
  const named = table === 'customers' || table === 'interactions' || table === 'campaigns'
  return named ? "CASE WHEN v0_customer IS NULL THEN 'missing:customer_id' END" : null
}

const naming: readonly string[] = ['customer_id', ...contactFields]

/** The values that lines of an order lack and its first line with such a value has. */
function fillOrders(rows: string, fields: ValueField[], columns: readonly ColumnFlags[]): string {
  const order = fields.find(({ field }) => field === 'order_id')?.value
  const isBlank = ({ column }: ValueField) => columns[column]?.blank ?? true
  const shared: readonly string[] = orderFields
  const named = fields.filter(({ field }) => naming.includes(field))
  const values = fields
    .filter((field) => shared.includes(field.field) && !naming.includes(field.field) && isBlank(field))
    .map(({ value }) => value)
  if (named.length > 0 && named.every(isBlank)) values.push('v0_customer')
  if (!order || values.length === 0) return rows
  const firsts = values.map((value) => `arg_min(${value}, line) AS first_${value}`)
  const filled = values.map((value) => `coalesce(given.${value}, first_${value}) AS ${value}`)
  return `(WITH given AS MATERIALIZED (SELECT * FROM ${rows}),
    firsts AS (SELECT ${order} AS of_order, ${firsts.join(', ')} FROM given WHERE ${order} IS NOT NULL GROUP BY ${order})
    SELECT given.* REPLACE (${filled.join(', ')}) FROM given LEFT JOIN firsts ON ${order} = of_order)`
}

/** Whether one row of the file may be several order lines. */
export const isPacked = ({ tables: [own] }: Mapping): boolean =>
  own?.table === 'orders' && own.columns.items !== undefined

/** Whether reading in one go, without line numbers, gives the same: each record is a row of its own and that is all. */
export function isPlain(mapping: Mapping, columns: readonly ColumnFlags[]): boolean {
  const [own] = mapping.tables
  if (mapping.tables.length !== 1 || own?.table !== 'orders') return false
  return !isPacked(mapping) && fillOrders('', valueFields(own, 0), columns) === ''
}

const customerColumns: readonly string[] = ['from_id', 'to_id']

function erasedSql(key: string, tables: { table: TableMapping; index: number; fields: ValueField[] }[]) {
  const named = tables.flatMap(({ table, index, fields }) =>
    customerSql(fields, table) === null ? [] : [`v${index}_customer`],
  )
  const valuesOf = (names: readonly string[]) =>
    tables.flatMap(({ fields }) =>
      fields.filter(({ field }) => names.includes(field)).map(({ value }) => value),
    )
  return erasedProblemSql(key, [...named, ...valuesOf(customerColumns)], valuesOf(['email']))
}

/**
 * Every record of the file: line, c0 … cN, v0_… (the values of the fields of the file's own table), v1_… and so on for
 * the others, v…_customer, v_amount and `problem`, NULL where the record is accepted. `erased`: the key of the people in
 * the temporary table `erased_people`, whose records are rejected before anything else is said of them.
 */
export function judgedRows(file: RecordFile, mapping: Mapping, erased: string | null): string {
  const tables = mapping.tables.map((table, index) => ({ table, index, fields: valueFields(table, index) }))
  const [own] = tables
  if (!own) throw new Error('A mapping without a table')
  const values = tables.flatMap(({ fields }) =>
    fields.map(
      ({ kind, column, value }) =>
        `${valueSql(kind, `c${column}`, mapping.formats[column] ?? {}, file.columns[column])} AS ${value}`,
    ),
  )
  const customers = tables.map(
    ({ fields, index, table }) => `${customerSql(fields, table) ?? 'NULL::VARCHAR'} AS v${index}_customer`,
  )
  const amount = own.table.table === 'orders' ? [`${lineAmountSql(own.fields)} AS v_amount`] : []
  if (isPacked(mapping)) amount.push(`${packedItemsSql('v0_items')} AS v_items`)
  const read = `(SELECT *, ${[...customers, ...amount].join(', ')}
    FROM (SELECT ${['*', ...values].join(', ')} FROM ${readRecords(file)}))`
  const filled = own.table.table === 'orders' ? fillOrders(read, own.fields, file.columns) : read
  const problems = [
    ...(erased ? [erasedSql(erased, tables)] : []),
    ...own.fields.map((field) => fieldProblemSql(field, file.columns[field.column])),
    rowProblemSql(own.table, own.fields),
  ].filter((problem) => problem !== null)
  return `(SELECT *, coalesce(${[...problems, 'NULL::VARCHAR'].join(',\n')}) AS problem FROM ${filled})`
}

/** Columns that a customers file keeps under their own header: those asked for, else all that feed no field. */
export function attributeColumns(mapping: Mapping, index: number, columns: number): number[] {
  const table = mapping.tables[index]
  if (table?.table !== 'customers') return []
  const used = new Set(mapping.tables.flatMap((each) => Object.values(each.columns)))
  const all = index === 0 ? Array.from({ length: columns }, (_, column) => column) : []
  return (table.attributes ?? all).filter((column) => column < columns && !used.has(column))
}

function attributesSql(columns: number[], flags: readonly ColumnFlags[]): string {
  if (columns.length === 0) return 'NULL'
  const entries = columns.map(
    (column, index) =>
      `{'k': getvariable('attribute_names')[${index + 1}], 'v': ${presentSql('text', `c${column}`, flags[column])}}`,
  )
  const present = `list_filter([${entries.join(', ')}], lambda entry: entry.v IS NOT NULL)`
  return `CASE WHEN len(${present}) > 0 THEN map_from_entries(${present}) END`
}

/**
 * Tells the connection, as values that never become SQL text, the headers under which attributes are kept, and what
 * customers who are numbered by row are called before the number.
 */
export async function setNames(
  connection: DuckDBConnection,
  { attributes, prefix }: { attributes: string[]; prefix: string },
): Promise<void> {
  await connection.run(
    'SET VARIABLE attribute_names = $1::VARCHAR[]',
    [listValue(attributes)],
    [LIST(VARCHAR)],
  )
  await connection.run('SET VARIABLE row_prefix = $1', [prefix])
}

function columnSql(mapping: Mapping, index: number, flags: readonly ColumnFlags[], name: string): string {
  const own = ownColumnSql(mapping, index, flags, name)
  return index === 0 && isPacked(mapping) ? itemColumnSql(name, own) : own
}

function ownColumnSql(mapping: Mapping, index: number, flags: readonly ColumnFlags[], name: string): string {
  const { table, columns } = mapping.tables[index] as TableMapping
  const value = columns[name] === undefined ? null : `v${index}_${name}`
  if (name === 'attributes') return attributesSql(attributeColumns(mapping, index, flags.length), flags)
  if (name === 'customer_id') return `v${index}_customer`
  if (table === 'orders' && name === 'amount') return 'v_amount'
  if (table === 'orders' && name === 'quantity') {
    const assumed = 'CASE WHEN v_amount < 0 THEN -1 ELSE 1 END'
    return value ? `coalesce(${value}, ${assumed})` : assumed
  }
  return value ?? 'NULL'
}

const typedColumns = (mapping: Mapping, index: number, flags: readonly ColumnFlags[]) =>
  Object.entries(tableColumns[(mapping.tables[index] as TableMapping).table]).map(
    ([name, type]) => `(${columnSql(mapping, index, flags, name)})::${type} AS ${name}`,
  )

/** How many values of a gathered table a row has that cannot be read; they are left blank. */
function unreadableSql(table: TableMapping, index: number, flags: readonly ColumnFlags[]): string {
  const blanked = valueFields(table, index).flatMap(({ kind, column, value }) =>
    kindProblems[kind]
      ? [`(${value} IS NULL AND ${presentSql(kind, `c${column}`, flags[column])} IS NOT NULL)::INTEGER`]
      : [],
  )
  return blanked.length > 0 ? blanked.join(' + ') : '0'
}

/**
 * The accepted ones of judged rows, as rows of the table at `index`, with their `line` and, for gathered tables, how many
 * of their values are `unreadable`.
 */
export function acceptedRows(
  rows: string,
  mapping: Mapping,
  index: number,
  flags: readonly ColumnFlags[],
): string {
  const columns = ['line', ...typedColumns(mapping, index, flags)]
  if (index > 0)
    columns.push(`${unreadableSql(mapping.tables[index] as TableMapping, index, flags)} AS unreadable`)
  const source = index === 0 && isPacked(mapping) ? unpackRows(rows) : rows
  return `SELECT ${columns.join(', ')} FROM ${source} WHERE problem IS NULL`
}
