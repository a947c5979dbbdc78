import 'server-only'
import type { PersonalColumns } from '@/lib/csv/personal-columns'
import { maskFor } from '@/lib/privacy/mask'
import { readPersonalColumns } from '@/lib/privacy/personal-columns'
import type { Member } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { datasetTables } from '@/lib/warehouse/dataset'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import type { Scope } from './queries-expressions'
import { type QualityFacts, readFacts, readJoined, readSameEmail } from './queries-quality'
import { countFilled, countRows, countTables, readRows } from './queries-rows'
import { summariseColumn } from './queries-summary'
import {
  type ColumnSummary,
  listColumns,
  type RowsPage,
  type RowsQuery,
  type TableColumn,
  type TableOverview,
} from './schema'
import type { People, Quality } from './schema-quality'
import { rankFindings } from './view'

// All by the files of the dataset, which never change.
const rememberCounts = createMemory<TableOverview[]>(50)
const rememberTotals = createMemory<number>(500)
const rememberFilled = createMemory<Record<string, number>>(50)
const rememberSummaries = createMemory<ColumnSummary>(500)
const rememberFacts = createMemory<{ facts: QualityFacts; joined: People; sameEmail: People }>(20)

async function openDataset(member: Member) {
  const batches = await listBatches(await getDatabase(), member.workspaceId)
  return {
    warehouse: await getWarehouse(),
    tables: datasetTables(readEnv().dataDir, batches),
    files: batches.map(({ file }) => file).join(),
  }
}

const noneAsked: PersonalColumns = {}

/** What the member may read of a table. Those who see everything need not know which of it is personal. */
async function scopeOf(
  member: Member,
  table: TableName,
  dataset: { tables: string; files: string },
): Promise<Scope> {
  if (!maskFor(member).hides) return { seesPeople: true, personal: noneAsked }
  const personal = table === 'customers' ? await readPersonalColumns(member, dataset) : noneAsked
  return { seesPeople: false, personal }
}

/** The last day that has begun anywhere on Earth (UTC+14), YYYY-MM-DD: a later one is in the future everywhere. */
const lastDay = () => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)

/** The table a name stands for; throws AppError notFound. */
export function readTableName(name: string): TableName {
  const table = tableNames.find((one) => one === name)
  if (!table) throw new AppError('notFound')
  return table
}

/** Every table of the workspace with its number of rows. */
export async function listTables(member: Member): Promise<TableOverview[]> {
  const { warehouse, tables, files } = await openDataset(member)
  return rememberCounts(files, () => countTables(warehouse, tables))
}

/** A table's columns, with the attributes that customer files brought, and its rows in all. */
export async function getTable(
  member: Member,
  name: string,
): Promise<{ table: TableName; rows: number; columns: TableColumn[] }> {
  const table = readTableName(name)
  const { warehouse, tables, files } = await openDataset(member)
  const counts = await rememberCounts(files, () => countTables(warehouse, tables))
  const personal = table === 'customers' ? await readPersonalColumns(member, { tables, files }) : noneAsked
  const filled = await rememberFilled(`${table} ${files}`, () => countFilled(warehouse, tables, table))
  const columns = listColumns(table, personal).map((column) => ({
    ...column,
    filled: filled[column.key] ?? null,
  }))
  return { table, rows: counts.find((one) => one.table === table)?.rows ?? 0, columns }
}

/** One page of a table's rows; throws AppError tableQueryInvalid, or personalColumn for a viewer who filters or sorts by one. */
export async function getRows(member: Member, name: string, query: RowsQuery): Promise<RowsPage> {
  const table = readTableName(name)
  const { warehouse, tables, files } = await openDataset(member)
  const scope = await scopeOf(member, table, { tables, files })
  const selection = { q: query.q.trim(), filters: query.filters, rows: query.rows, today: lastDay() }
  const total = await rememberTotals(JSON.stringify([files, table, scope, selection]), () =>
    countRows(warehouse, tables, table, selection, scope),
  )
  return { total, rows: await readRows(warehouse, tables, table, { ...query, ...selection }, scope, total) }
}

/** A column over the whole table, for viewers only how full a personal one is; throws AppError tableQueryInvalid. */
export async function getColumnSummary(member: Member, name: string, key: string): Promise<ColumnSummary> {
  const table = readTableName(name)
  const { warehouse, tables, files } = await openDataset(member)
  const scope = await scopeOf(member, table, { tables, files })
  return rememberSummaries(JSON.stringify([files, table, scope, key]), () =>
    summariseColumn(warehouse, tables, table, key, scope),
  )
}

/** What would most improve the analyses of the workspace, whose figures are in `currency`. */
export async function getQuality(member: Member, currency: string): Promise<Quality> {
  const { warehouse, tables, files } = await openDataset(member)
  const { hides } = maskFor(member)
  const today = lastDay()
  const { facts, joined, sameEmail } = await rememberFacts(`${files} ${today}`, async () => ({
    facts: await readFacts(warehouse, tables, today),
    joined: await readJoined(warehouse, tables),
    sameEmail: await readSameEmail(warehouse, tables),
  }))
  const shown = ({ count, first }: People): People => ({ count, first: hides ? null : first })
  return {
    ...rankFindings(facts, currency),
    rows: facts.rows,
    currencies: facts.currencies,
    historyDays: facts.historyDays,
    joined: shown(joined),
    sameEmail: shown(sameEmail),
  }
}
