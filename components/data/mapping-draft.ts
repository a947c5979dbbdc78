import { namesCustomers, tableFields } from '@/lib/csv/fields'
import type { ColumnFormat, ImportMode, Mapping, TableMapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { isDateKind, isNumberKind } from './field-kinds'

export type TableDraft = {
  mode: ImportMode
  columns: Record<string, number>
  /** Columns said to be kept or left out as attributes, by position. */
  keep: Record<number, boolean>
  /** Customers: said to be numbered by row. */
  numbered?: boolean
}

/** A mapping being corrected. Each kind of table keeps its own columns while others are looked at. */
export type MappingDraft = {
  own: TableName
  gathered: TableName[]
  tables: Partial<Record<TableName, TableDraft>>
  /** Formats chosen by hand, by column. */
  formats: Record<string, ColumnFormat>
}

const emptyTable: TableDraft = { mode: 'update', columns: {}, keep: {} }

type File = Pick<InspectionResult, 'headers' | 'columns' | 'guess' | 'evidence'>
type Guess = (table: TableName) => Record<string, number>

const gatherable: Partial<Record<TableName, readonly TableName[]>> = {
  orders: ['customers', 'products'],
  reviews: ['customers', 'products'],
  interactions: ['customers', 'products'],
  campaigns: ['customers'],
}

/** Tables that can be gathered in passing from a file of another table. */
export function gatherableTables(own: TableName): readonly TableName[] {
  return gatherable[own] ?? []
}

export function startDraft({ guess }: Pick<File, 'guess'>): MappingDraft {
  const own = guess.tables[0]?.table ?? 'orders'
  const tables = guess.tables.map(
    ({ table, mode, columns, numbered = false }) => [table, { mode, columns, keep: {}, numbered }] as const,
  )
  return {
    own,
    gathered: guess.tables.slice(1).map(({ table }) => table),
    tables: Object.fromEntries(tables),
    formats: {},
  }
}

/** The draft with columns for `table`, guessed when it is looked at for the first time. */
function withTable(draft: MappingDraft, table: TableName, guess: Guess): MappingDraft {
  if (draft.tables[table]) return draft
  const added: TableDraft = { mode: 'update', columns: guess(table), keep: {} }
  return { ...draft, tables: { ...draft.tables, [table]: added } }
}

export function chooseOwn(draft: MappingDraft, table: TableName, guess: Guess): MappingDraft {
  return withTable({ ...draft, own: table }, table, guess)
}

export function switchGathered(
  draft: MappingDraft,
  table: TableName,
  on: boolean,
  guess: Guess,
): MappingDraft {
  const others = draft.gathered.filter((other) => other !== table)
  const next = { ...draft, gathered: on ? [...others, table] : others }
  return on ? withTable(next, table, guess) : next
}

export function changeTable(
  draft: MappingDraft,
  table: TableName,
  change: (table: TableDraft) => Partial<TableDraft>,
): MappingDraft {
  const before = draft.tables[table] ?? emptyTable
  return { ...draft, tables: { ...draft.tables, [table]: { ...before, ...change(before) } } }
}

/** How a column is read as things stand. */
export function columnFormat(
  column: number,
  { columns, guess }: Pick<File, 'columns' | 'guess'>,
  chosen: MappingDraft['formats'],
): ColumnFormat {
  return { ...columns[column]?.format, ...guess.formats[column], ...chosen[column] }
}

/** Positions of the columns that feed no field of any table. */
export function unusedColumns(headers: readonly string[], { tables }: Pick<Mapping, 'tables'>): number[] {
  const used = new Set(tables.flatMap(({ columns }) => Object.values(columns)))
  return headers.flatMap((_, column) => (used.has(column) ? [] : [column]))
}

/** Whether an unused column is kept with each customer: all of a customer list's, else those asked for. */
function keeps(draft: MappingDraft, file: File, column: number): boolean {
  const said = draft.tables.customers?.keep[column]
  if (said !== undefined) return said
  const guessed = file.guess.tables.find(({ table }) => table === 'customers')?.attributes
  return guessed?.includes(column) ?? draft.own === 'customers'
}

/** The mapping that a draft stands for. */
export function toMapping(draft: MappingDraft, file: File): Mapping {
  const names = [draft.own, ...gatherableTables(draft.own).filter((table) => draft.gathered.includes(table))]
  const tables = names.map((table): TableMapping => {
    const { mode, columns, numbered }: TableDraft = draft.tables[table] ?? emptyTable
    // A column that names them makes their rows' numbers needless.
    const isNumbered = numbered && table === draft.own && !namesCustomers({ columns })
    return { table, mode, columns, ...(isNumbered ? { numbered: true } : {}) }
  })
  const customers = tables.find(({ table }) => table === 'customers')
  if (customers) {
    customers.attributes = unusedColumns(file.headers, { tables }).filter((column) =>
      keeps(draft, file, column),
    )
  }
  const used = [...new Set(tables.flatMap(({ columns }) => Object.values(columns)))].sort((a, b) => a - b)
  const formats = used.flatMap((column) => {
    const format = columnFormat(column, file, draft.formats)
    return Object.keys(format).length > 0 ? [[String(column), format] as const] : []
  })
  return { tables, formats: Object.fromEntries(formats) }
}

/** A column whose rows do not decide how it is read, and that its user has said nothing of yet. */
export function isOpenQuestion(column: number, draft: MappingDraft, file: File): boolean {
  const ambiguous = file.columns[column]?.ambiguous
  if (!ambiguous) return false
  const chosen = draft.formats[column]
  if (ambiguous === 'dayMonth' ? chosen?.dates : chosen?.decimalMark) return false
  return !file.guess.tables.some(({ table, columns }) =>
    Object.entries(columns).some(
      ([field, at]) =>
        at === column && file.evidence.fields[`${table}.${field}`]?.reasons.includes('remembered'),
    ),
  )
}

/** Columns that feed a date or a number and are open questions, in the file's order. */
export function openQuestions(mapping: Mapping, draft: MappingDraft, file: File): number[] {
  const asked = new Set<number>()
  for (const { table, columns } of mapping.tables) {
    for (const { field, kind } of tableFields[table]) {
      const column = columns[field]
      if (column === undefined || !isOpenQuestion(column, draft, file)) continue
      const concerned = file.columns[column]?.ambiguous === 'dayMonth' ? isDateKind(kind) : isNumberKind(kind)
      if (concerned) asked.add(column)
    }
  }
  return [...asked].sort((a, b) => a - b)
}
