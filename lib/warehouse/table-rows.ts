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

/** Batches that count: the last one that replaces the table, and those after it. */
function countingBatches(batches: readonly BatchFile[]): readonly BatchFile[] {
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

/** Rows of `from` but for those whose key is in one of the others. */
function withoutKeys(from: string, key: string, others: string[]): string {
  if (others.length === 0) return from
  const keys = others.map((other) => `SELECT ${key} AS k FROM (${other})`).join(' UNION ALL ')
  return `${from} WHERE ${key} IS NULL OR ${key} NOT IN (SELECT k FROM (${keys}) WHERE k IS NOT NULL)`
}

/** An order is replaced whole by a newer one; lines that are appended leave it as it is. */
function orderRows(dataDir: string, batches: readonly BatchFile[]): string {
  return batches
    .map((batch, index) => {
      const newer = batches
        .slice(index + 1)
        .filter((other) => other.mode !== 'append' && mayOverlap(other, batch))
      return withoutKeys(
        readBatch(dataDir, 'orders', batch),
        'order_id',
        newer.map((other) => readBatch(dataDir, 'orders', other)),
      )
    })
    .join(' UNION ALL ')
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
  const parts = batches.map((batch, index) => {
    const older = batch.mode === 'append' ? batches.slice(0, index) : []
    const rows = withoutKeys(
      readBatch(dataDir, table, batch),
      key,
      older.filter((other) => mayOverlap(batch, other)).map((other) => readBatch(dataDir, table, other)),
    )
    return `SELECT *, ${index} AS n FROM (${rows})`
  })
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
