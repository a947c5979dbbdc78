import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quoteName } from '@/lib/warehouse/sql'
import type { FeatureTable } from './feature-table'

/** YYYY-MM-DD of days since 1970-01-01; the few days are written once for the many customers. */
function createDayNames(): (day: number) => string {
  const names = new Map<number, string>()
  return (day) => {
    const known = names.get(day)
    if (known !== undefined) return known
    const name = new Date(day * 86_400_000).toISOString().slice(0, 10)
    names.set(day, name)
    return name
  }
}

/** Columns of numbers are read as DOUBLE without NULL, which the driver hands out without boxing. */
const asNumber = (column: string) => `coalesce(${column}::DOUBLE, 'NaN'::DOUBLE)`

export type NumberChunk = { columns: Float64Array[]; rows: number }

/** Numeric columns (SQL) of a table a chunk at a time, NaN = NULL; each chunk's arrays are overwritten by the next. */
export async function* streamNumbers(
  connection: DuckDBConnection,
  columns: readonly string[],
  from: string,
): AsyncGenerator<NumberChunk> {
  const result = await connection.stream(`SELECT ${columns.map(asNumber).join(', ')} FROM ${from}`)
  let buffers: Float64Array[] = []
  for (;;) {
    const chunk = await result.fetchChunk()
    const rows = chunk?.rowCount ?? 0
    if (!chunk || rows === 0) return
    if ((buffers[0]?.length ?? 0) < rows) buffers = columns.map(() => new Float64Array(rows))
    for (const [c, buffer] of buffers.entries()) {
      const vector = chunk.getColumnVector(c)
      for (let row = 0; row < rows; row++) buffer[row] = vector.getItem(row) as number
    }
    yield { columns: buffers, rows }
  }
}

/** The temporary table `features` with the named columns (f_…), ordered by customer id; `rows` is how many it has. */
export async function readFeatureTable(
  connection: DuckDBConnection,
  columns: readonly string[],
  rows: number,
): Promise<Omit<FeatureTable, 'withoutPurchase'>> {
  const table: Omit<FeatureTable, 'withoutPurchase'> = {
    customerIds: new Array<string>(rows),
    values: columns.map(() => new Float64Array(rows)),
    revenue: new Float64Array(rows),
    purchases: new Int32Array(rows),
    lastPurchase: new Array<string>(rows),
  }
  const dayName = createDayNames()
  const numbers = [
    "(last_purchase - DATE '1970-01-01')",
    'purchases',
    'net_revenue',
    ...columns.map(quoteName),
  ]
  const result = await connection.stream(
    `SELECT customer_id, ${numbers.map(asNumber).join(', ')}
     FROM features ORDER BY customer_id`,
  )
  for (let start = 0; ; ) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return table
    const length = chunk.rowCount
    const [ids, days, purchases, revenue] = [0, 1, 2, 3].map((c) => chunk.getColumnVector(c))
    for (let row = 0; row < length; row++) {
      table.customerIds[start + row] = ids!.getItem(row) as string
      table.lastPurchase[start + row] = dayName(days!.getItem(row) as number)
      table.purchases[start + row] = purchases!.getItem(row) as number
      table.revenue[start + row] = revenue!.getItem(row) as number
    }
    for (const [c, column] of table.values.entries()) {
      const vector = chunk.getColumnVector(4 + c)
      for (let row = 0; row < length; row++) column[start + row] = vector.getItem(row) as number
    }
    start += length
  }
}
