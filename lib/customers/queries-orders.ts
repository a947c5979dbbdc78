import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { queryConnection, queryRows, withConnection } from '@/lib/warehouse/duckdb'
import type { CustomerView, OrderLine } from './schema'

const linesShown = 100
const purchase = 'quantity > 0 AND amount > 0'

type Orders = Pick<CustomerView, 'figures' | 'lines' | 'lineCount'>
type Figures = Omit<Orders['figures'], 'averageOrder'> & { lineCount: number }

/** The last order day of the dataset that `tables` (see datasetTables) describes, YYYY-MM-DD; null without orders. */
export async function readLastDay(warehouse: DuckDBInstance, tables: string): Promise<string | null> {
  const sql = `WITH ${tables} SELECT max(ordered_at)::DATE::VARCHAR AS day FROM orders`
  return (await queryRows<{ day: string | null }>(warehouse, sql))[0]?.day ?? null
}

/** What one customer bought; `lastDay`: see readLastDay. All orders are searched once, which takes nearly all of the time. */
export function readOrders(
  warehouse: DuckDBInstance,
  tables: string,
  customerId: string,
  lastDay: string | null,
): Promise<Orders> {
  return withConnection(warehouse, async (connection) => {
    const own = `CREATE TEMP TABLE own AS WITH ${tables} SELECT * FROM orders WHERE customer_id = $1`
    await connection.run(own, [customerId])
    const [row] = await queryConnection<Figures>(
      connection,
      `SELECT count(*) AS lineCount,
              count(DISTINCT coalesce(order_id, 'at ' || ordered_at::VARCHAR)) FILTER (WHERE ${purchase}) AS purchases,
              coalesce(sum(amount) FILTER (WHERE ${purchase}), 0)::DOUBLE AS sales,
              coalesce(-sum(amount) FILTER (WHERE quantity < 0), 0)::DOUBLE AS returns,
              coalesce(sum(amount) FILTER (WHERE quantity < 0 OR (${purchase})), 0)::DOUBLE AS netRevenue,
              (min(ordered_at) FILTER (WHERE ${purchase}))::DATE::VARCHAR AS firstPurchase,
              (max(ordered_at) FILTER (WHERE ${purchase}))::DATE::VARCHAR AS lastPurchase,
              date_diff('day', (max(ordered_at) FILTER (WHERE ${purchase}))::DATE, $1::DATE) AS recency
       FROM own`,
      [lastDay],
    )
    const { lineCount, ...figures } = row!
    const averageOrder = figures.purchases > 0 ? figures.sales / figures.purchases : null
    const lines = await queryConnection<OrderLine>(
      connection,
      `WITH ${tables} SELECT ordered_at::VARCHAR AS orderedAt, order_id AS orderId, latest.product_id AS productId,
              coalesce(products.title, latest.product_title) AS product, quantity,
              unit_price::DOUBLE AS unitPrice, amount::DOUBLE AS amount, channel, status
       FROM (SELECT * FROM own ORDER BY ordered_at DESC, order_id, line_no LIMIT ${linesShown}) AS latest
       LEFT JOIN products ON products.product_id = latest.product_id
       ORDER BY ordered_at DESC, order_id, line_no`,
    )
    return { figures: { ...figures, averageOrder }, lineCount, lines }
  })
}
