import { z } from 'zod'

/** What order lines come to in each month, and over the whole time; money as exact decimal text. */
export const orderSumsSchema = z.array(
  z.object({
    /** YYYY-MM; null for the whole time */
    month: z.string().nullable(),
    firstDate: z.string(),
    lastDate: z.string(),
    lines: z.number(),
    /** of purchase lines: quantity > 0 and amount > 0 */
    customers: z.number(),
    /** each in the month of its first purchase line */
    purchases: z.number(),
    sales: z.string(),
    /** of lines with a quantity < 0, as a positive number */
    returns: z.string(),
    /** sales − returns */
    netRevenue: z.string(),
    salesWithoutCustomer: z.string(),
    // Of lines that name a customer:
    namedLines: z.number(),
    namedPurchaseLines: z.number(),
    namedPurchases: z.number(),
    namedSales: z.string(),
    namedReturnLines: z.number(),
    namedReturns: z.string(),
    namedNetRevenue: z.string(),
  }),
)
export type OrderSums = z.infer<typeof orderSumsSchema>[number]

/** Exact decimal text with at least two decimals. */
const moneySql = (sum: string) => `regexp_replace(coalesce(${sum}, 0)::DECIMAL(38,4)::VARCHAR, '0{1,2}$', '')`

const money = {
  sales: 'sum(amount) FILTER (bought)',
  returns: '-sum(amount) FILTER (returned)',
  netRevenue: 'sum(amount) FILTER (bought OR returned)',
  namedSales: 'sum(amount) FILTER (named AND bought)',
  namedReturns: '-sum(amount) FILTER (named AND returned)',
  namedNetRevenue: 'sum(amount) FILTER (named AND (bought OR returned))',
  salesWithoutCustomer: 'sum(amount) FILTER (NOT named AND bought)',
}
const counts = {
  lines: 'count(*)',
  namedLines: 'count(*) FILTER (named)',
  namedPurchaseLines: 'count(*) FILTER (named AND bought)',
  namedReturnLines: 'count(*) FILTER (named AND returned)',
}
const columnsSql = (columns: [string, string][]) =>
  columns.map(([name, sql]) => `${sql} AS "${name}"`).join(', ')

/**
 * A query for the OrderSums of order lines `rows` (a table, or a query in parentheses) by month, the whole time last; no
 * row without lines. `tables`: common table expressions that `rows` is of. A purchase is an order or, of lines without
 * one, a customer at a time.
 */
export function orderSumsSql(rows: string, tables: string | null = null): string {
  const ofMonth = columnsSql(Object.entries({ ...money, ...counts }))
  const total = columnsSql([
    ...Object.keys(money).map((name): [string, string] => [name, moneySql(`sum("${name}")`)]),
    ...[...Object.keys(counts), 'purchases', 'namedPurchases'].map((name): [string, string] => [
      name,
      `coalesce(sum("${name}"), 0)::BIGINT`,
    ]),
  ])
  return `WITH ${tables ? `${tables}, ` : ''}sold AS NOT MATERIALIZED (
      SELECT year(ordered_at) * 12 + month(ordered_at) - 1 AS m, ordered_at, order_id, customer_id, amount,
        quantity > 0 AND amount > 0 AS bought, quantity < 0 AS returned, customer_id IS NOT NULL AS named
      FROM ${rows}),
    monthly AS (SELECT m, min(ordered_at) AS first, max(ordered_at) AS last, ${ofMonth} FROM sold GROUP BY m),
    buyers AS MATERIALIZED (SELECT DISTINCT m, customer_id FROM sold WHERE named AND bought),
    purchased AS (
      SELECT min(m) AS m, bool_or(named) AS named FROM sold WHERE bought AND order_id IS NOT NULL GROUP BY order_id
      UNION ALL
      SELECT min(m), bool_or(named) FROM sold WHERE bought AND order_id IS NULL GROUP BY customer_id, ordered_at)
    SELECT CASE WHEN grouping(m) = 0 THEN format('{:04d}-{:02d}', m // 12, m % 12 + 1) END AS month,
      min(first)::DATE::VARCHAR AS "firstDate", max(last)::DATE::VARCHAR AS "lastDate", ${total},
      CASE WHEN grouping(m) = 0 THEN coalesce(any_value(buying), 0)
        ELSE (SELECT count(DISTINCT customer_id) FROM buyers) END AS customers
    FROM monthly
    LEFT JOIN (SELECT m, count(*) AS buying FROM buyers GROUP BY m) USING (m)
    LEFT JOIN (
      SELECT m, count(*) AS purchases, count(*) FILTER (named) AS "namedPurchases" FROM purchased GROUP BY m
    ) USING (m)
    GROUP BY GROUPING SETS ((m), ()) HAVING count(*) > 0 ORDER BY month NULLS LAST`
}
