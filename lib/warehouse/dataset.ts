import { warehousePath } from './paths'
import { quoteText } from './sql'
import { type TableName, tableColumns, tableKeys, tableNames } from './tables'

export type BatchFile = { table: string; file: string }

function selectTable(dataDir: string, table: TableName, files: string[]): string {
  const columns = Object.entries(tableColumns[table])
  if (files.length === 0) {
    return `SELECT ${columns.map(([name, type]) => `NULL::${type} AS ${name}`).join(', ')} LIMIT 0`
  }
  const names = columns.map(([name]) => name).join(', ')
  const read = (file: string) => `read_parquet(${quoteText(warehousePath(dataDir, file))})`
  const key = tableKeys[table]
  return files
    .map((file, index) => {
      const newer = files.slice(index + 1).map((other) => `SELECT ${key} FROM ${read(other)}`)
      const kept = newer.length
        ? ` WHERE ${key} IS NULL OR ${key} NOT IN (SELECT ${key} FROM (${newer.join(' UNION ALL ')}) WHERE ${key} IS NOT NULL)`
        : ''
      return `SELECT ${names} FROM ${read(file)}${kept}`
    })
    .join(' UNION ALL ')
}

/**
 * Common table expressions `customers, orders, products, reviews` over a workspace's batches (oldest first): the
 * newest record per key wins. Within one batch keys are already unique. Use as `WITH ${…} SELECT …`.
 */
export function datasetTables(dataDir: string, batches: BatchFile[]): string {
  return tableNames
    .map((table) => {
      const files = batches.filter((batch) => batch.table === table).map((batch) => batch.file)
      return `${table} AS (${selectTable(dataDir, table, files)})`
    })
    .join(',\n')
}
