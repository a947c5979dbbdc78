import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ImportMode } from '@/lib/csv/mapping'
import { packedPatterns, separators } from '@/lib/csv/packed-items'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import { tableRows } from '@/lib/warehouse/table-rows'
import { tableColumns } from '@/lib/warehouse/tables'
import { presentSql } from './queries-cells'
import type { Changes, Existing } from './queries-reconcile'

const item = quoteText(separators.item)

function fieldSql(key: string, kind: 'id' | 'text'): string {
  const pattern = quoteText(`(?:^|${separators.field})${key}:([^${separators.field}]*)`)
  return presentSql(kind, `regexp_extract(packed, ${pattern}, 1)`)
}
const decimalSql = (text: string, type: string) =>
  `CASE WHEN regexp_full_match(${text}, ${quoteText(packedPatterns.decimal)}) THEN TRY_CAST(${text} AS ${type}) END`

/**
 * The products packed in a cell, as a list of {product_id, title, quantity, amount}, one for each order line; NULL where
 * the cell is empty or some part of it cannot be read. The same as readPackedItems.
 */
export function packedItemsSql(cell: string): string {
  const clean = `regexp_replace(${cell}, '[${separators.item}${separators.field}]', '', 'g')`
  const split = `regexp_replace(
    regexp_replace(${clean}, ${quoteText(packedPatterns.betweenItems)}, ${quoteText(`${separators.item}\\1:`)}, 'g'),
    ${quoteText(packedPatterns.betweenFields)}, ${quoteText(`${separators.field}\\1:`)}, 'g')`
  const quantity = `coalesce(${fieldSql('quantity', 'text')}, ${fieldSql('qty', 'text')})`
  const read = `list_transform(string_split(${split}, ${item}), lambda packed: {
    'product_id': coalesce(${fieldSql('sku', 'id')}, ${fieldSql('product_id', 'id')}),
    'title': ${fieldSql('name', 'text')},
    'quantity': ${decimalSql(quantity, 'DOUBLE')}, 'amount': ${decimalSql(fieldSql('total', 'text'), 'DECIMAL(18,4)')}})`
  const unread = 'lambda entry: entry.quantity IS NULL OR entry.amount IS NULL'
  return `CASE WHEN regexp_matches(${cell}, ${quoteText(packedPatterns.begins)})
    THEN list_filter([${read}], lambda items: len(list_filter(items, ${unread})) = 0)[1] END`
}

const itemColumns: Record<string, string> = {
  product_id: 'item.product_id',
  product_title: 'item.title',
  quantity: 'item.quantity',
  amount: 'item.amount',
}

/** A column of an order line: as the packed product says, or as the row says (`own`) where nothing is packed. */
export function itemColumnSql(name: string, own: string): string {
  const packed = itemColumns[name]
  return packed ? `CASE WHEN item IS NULL THEN ${own} ELSE ${packed} END` : own
}

/** Rows with `v_items`, each as often as it has products (once without any), with one of them as `item`. */
export const unpackRows = (rows: string) =>
  `(SELECT *, unnest(CASE WHEN len(v_items) > 0 THEN v_items ELSE [NULL] END) AS item FROM ${rows})`

/**
 * Counts the rows of a temporary table of order lines (`rows`, with `line`), several of which may come from one row of
 * the file: a row is unchanged when its order is there with the very same lines, updated when it is there with others.
 */
export async function comparePackedOrders(
  connection: DuckDBConnection,
  mode: ImportMode,
  rows: string,
  { dataDir, batches }: Existing,
): Promise<Changes> {
  const names = Object.keys(tableColumns.orders).join(', ')
  const here = mode === 'append' ? [] : batches.filter(({ table }) => table === 'orders')
  const there =
    here.length > 0 ? tableRows(dataDir, 'orders', here) : `SELECT ${names} FROM ${rows} WHERE false`
  const [counted] = await queryConnection<Changes>(
    connection,
    `WITH there AS (SELECT order_id AS o, hash(${names}) AS content FROM (${there})),
    given AS (SELECT line, order_id AS o, hash(${names}) AS content FROM ${rows}),
    old AS (SELECT o, list_sort(list(content)) AS lines FROM there WHERE o IS NOT NULL GROUP BY o),
    new AS (SELECT o, list_sort(list(content)) AS lines FROM given WHERE o IS NOT NULL GROUP BY o),
    records AS (SELECT line, any_value(o) AS o FROM given GROUP BY line)
    SELECT count(*) FILTER (old.o IS NULL) AS created,
      count(*) FILTER (old.o IS NOT NULL AND old.lines IS DISTINCT FROM new.lines) AS updated,
      count(*) FILTER (old.o IS NOT NULL AND old.lines = new.lines) AS unchanged,
      ${
        mode === 'replace'
          ? `(SELECT count(*) FROM old WHERE o NOT IN (SELECT o FROM new))
            + (SELECT count(*) FROM there WHERE o IS NULL)`
          : '0'
      } AS removed
    FROM records LEFT JOIN old ON records.o = old.o LEFT JOIN new ON records.o = new.o`,
  )
  if (!counted) throw new Error('Nothing counted')
  return counted
}
