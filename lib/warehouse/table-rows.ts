import type { BatchFile } from './dataset'
import { warehousePath } from './paths'
import { quoteText } from './sql'
import { batchFormat, columnsSince, type TableName, tableColumns, tableKeys } from './tables'

const columnNames = (table: TableName) => Object.keys(tableColumns[table])

/** The rows of one batch, with a NULL for each column that its file is too old to have. */
function readBatch(dataDir: string, table: TableName, { file, format = batchFormat }: BatchFile): string {
  const columns = Object.entries(tableColumns[table]).map(([name, type]) =>
    (columnsSince[`${table}.${name}`] ?? 1) > format ? `NULL::${type} AS ${name}` : name,
  )
  return `SELECT ${columns.join(', ')} FROM read_parquet(${quoteText(warehousePath(dataDir, file))})`
}

function mayOverlap(newer: BatchFile, older: BatchFile): boolean {
  if (!newer.overlaps || older.id === undefined) return true
  return newer.overlaps.includes(older.id)
}

/** Batches of a table that count: the last one that replaces it, and those after it. */
export function countingBatches<Batch extends BatchFile>(batches: readonly Batch[]): readonly Batch[] {
  const replacing = batches.findLastIndex(({ mode }) => mode === 'replace')
  return replacing > 0 ? batches.slice(replacing) : batches
}

/** Groups of batches that share keys, directly or through others; each in the order of the batches. */
function groupOverlapping(batches: readonly BatchFile[]): BatchFile[][] {
  let groups: BatchFile[][] = []
  for (const batch of batches) {
    const touches = (group: BatchFile[]) => group.some((older) => mayOverlap(batch, older))
    const joined = groups.filter(touches).flat()
    groups = [...groups.filter((group) => !touches(group)), [...joined, batch]]
  }
  return groups.map((group) => group.sort((a, b) => batches.indexOf(a) - batches.indexOf(b)))
}

type Numbered = { batch: BatchFile; n: number }

/** The rows of batches with the number of each as `n`. */
function readNumbered(dataDir: string, table: TableName, batches: readonly Numbered[]): string {
  return batches
    .map(({ batch, n }) => `SELECT *, ${n} AS n FROM (${readBatch(dataDir, table, batch)})`)
    .join(' UNION ALL ')
}

/**
 * The rows of `affected` whose key stands in no batch of `deciding` that comes after theirs (or before it), with their
 * batch's number as `n`. The keys that decide are gathered once, however many batches there are.
 */
function keepUndecided(
  dataDir: string,
  table: TableName,
  key: string,
  { affected, deciding, by }: { affected: readonly Numbered[]; deciding: readonly Numbered[]; by: Decision },
): string {
  const columns = columnNames(table).map((name) => `own.${name}`)
  const { gather, keeps } = decisions[by]
  return `SELECT ${columns.join(', ')}, own.n
    FROM (SELECT *, ${key} AS own_key FROM (${readNumbered(dataDir, table, affected)})) AS own
    LEFT JOIN (
      SELECT ${key} AS other_key, ${gather}(n) AS decisive
      FROM (${readNumbered(dataDir, table, deciding)}) WHERE (${key}) IS NOT NULL GROUP BY ALL
    ) ON own_key = other_key
    WHERE decisive IS NULL OR decisive ${keeps} own.n`
}
type Decision = keyof typeof decisions
const decisions = {
  newer: { gather: 'max', keeps: '<=' },
  older: { gather: 'min', keeps: '>=' },
} as const

/** Which batches lose rows to which others: of each pair that `decides` and may share keys. */
function findDecided(
  batches: readonly BatchFile[],
  decides: (other: Numbered, own: Numbered) => boolean,
): { free: Numbered[]; affected: Numbered[]; deciding: Numbered[] } {
  const all = batches.map((batch, n) => ({ batch, n }))
  const share = (a: Numbered, b: Numbered) =>
    a.n > b.n ? mayOverlap(a.batch, b.batch) : mayOverlap(b.batch, a.batch)
  const decided = (own: Numbered) => all.filter((other) => decides(other, own) && share(other, own))
  const pairs = all.map((own) => ({ own, others: decided(own) }))
  return {
    free: pairs.filter(({ others }) => others.length === 0).map(({ own }) => own),
    affected: pairs.filter(({ others }) => others.length > 0).map(({ own }) => own),
    deciding: [...new Set(pairs.flatMap(({ others }) => others))],
  }
}

/** An order is replaced whole by a newer one; lines that are appended leave it as it is. */
function orderRows(dataDir: string, batches: readonly BatchFile[]): string {
  const { free, affected, deciding } = findDecided(
    batches,
    (other, own) => other.n > own.n && other.batch.mode !== 'append',
  )
  const parts = free.map(({ batch }) => readBatch(dataDir, 'orders', batch))
  if (affected.length > 0) {
    const kept = keepUndecided(dataDir, 'orders', 'order_id', { affected, deciding, by: 'newer' })
    parts.push(`SELECT ${columnNames('orders').join(', ')} FROM (${kept})`)
  }
  return parts.join(' UNION ALL ')
}

/** Of each column the newest value that is not blank; attributes are merged, the newest of each name. */
export function newestValue(column: string, order: string): string {
  return column === 'attributes'
    ? `list_reduce(list(attributes ORDER BY ${order}) FILTER (attributes IS NOT NULL), lambda a, b: map_concat(a, b)) AS attributes`
    : `arg_max(${column}, ${order}) AS ${column}`
}

/** One record per key, of the newest values that are not blank; what was appended counts only where nothing older is. */
function mergedRows(dataDir: string, table: TableName, key: string, batches: BatchFile[]): string {
  const names = columnNames(table)
  const { free, affected, deciding } = findDecided(
    batches,
    (other, own) => own.batch.mode === 'append' && other.n < own.n,
  )
  const parts = free.length > 0 ? [readNumbered(dataDir, table, free)] : []
  if (affected.length > 0) parts.push(keepUndecided(dataDir, table, key, { affected, deciding, by: 'older' }))
  const all = `(${parts.join(' UNION ALL ')})`
  return `SELECT ${names.map((name) => newestValue(name, 'n')).join(', ')}
    FROM (SELECT *, ${key} AS k FROM ${all}) WHERE k IS NOT NULL GROUP BY k
    UNION ALL SELECT ${names.join(', ')} FROM ${all} WHERE (${key}) IS NULL`
}

/** A query for the rows of a table as its visible batches (oldest first) make it. */
export function tableRows(dataDir: string, table: TableName, batches: readonly BatchFile[]): string {
  const counting = countingBatches(batches)
  if (counting.length === 0) {
    const columns = Object.entries(tableColumns[table])
    return `SELECT ${columns.map(([name, type]) => `NULL::${type} AS ${name}`).join(', ')} LIMIT 0`
  }
  if (table === 'orders') return orderRows(dataDir, counting)
  const key = tableKeys[table]
  const groups = key === null ? counting.map((batch) => [batch]) : groupOverlapping(counting)
  return groups
    .map((group) =>
      key === null || group.length === 1
        ? group.map((batch) => readBatch(dataDir, table, batch)).join(' UNION ALL ')
        : mergedRows(dataDir, table, key, group),
    )
    .join(' UNION ALL ')
}

/** A query for every key of one batch's file, null keys left out. */
export function batchKeys(dataDir: string, table: TableName, batch: BatchFile): string | null {
  const key = tableKeys[table]
  return key === null
    ? null
    : `SELECT k FROM (SELECT ${key} AS k FROM (${readBatch(dataDir, table, batch)})) WHERE k IS NOT NULL`
}
