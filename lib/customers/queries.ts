import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { fullName } from '@/lib/shared/full-name'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows, type Row } from '@/lib/warehouse/duckdb'
import type { CustomerView, OrderLine, Review } from './schema'

const linesShown = 100
const reviewsShown = 50
const purchase = 'quantity > 0 AND amount > 0'

type Dataset = { dataDir: string; batches: BatchFile[] }
type Identity = NonNullable<CustomerView['identity']>

/** The queries about one customer ($1) of a dataset. */
export function customerQueries(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  customerId: string,
) {
  const tables = datasetTables(dataDir, batches)
  const query = <T extends Row>(sql: string) => queryRows<T>(warehouse, `WITH ${tables} ${sql}`, [customerId])

  async function readIdentity(): Promise<Identity | null> {
    type Stored = Omit<Identity, 'name' | 'attributes'> & {
      first: string | null
      last: string | null
      names: string[] | null
      entries: string[] | null
    }
    const [row] = await query<Stored>(
      `SELECT first_name AS first, last_name AS last, email, phone, gender,
              birth_date::VARCHAR AS birthDate, city, country, signed_up_on::VARCHAR AS signedUpOn, consent,
              map_keys(attributes) AS names, map_values(attributes) AS entries
       FROM customers WHERE customer_id = $1`,
    )
    if (!row) return null
    const { first, last, names, entries, ...identity } = row
    const attributes = (names ?? []).map((name, i) => ({ name, value: entries?.[i] ?? '' }))
    return {
      ...identity,
      name: fullName(first, last),
      attributes: attributes.filter(({ value }) => value !== ''),
    }
  }

  async function readFigures() {
    type Figures = CustomerView['figures'] & { lineCount: number }
    const [row] = await query<Omit<Figures, 'averageOrder'>>(
      `SELECT count(*) AS lineCount,
              count(DISTINCT coalesce(order_id, 'at ' || ordered_at::VARCHAR)) FILTER (WHERE ${purchase}) AS purchases,
              coalesce(sum(amount) FILTER (WHERE ${purchase}), 0)::DOUBLE AS sales,
              coalesce(-sum(amount) FILTER (WHERE quantity < 0), 0)::DOUBLE AS returns,
              coalesce(sum(amount) FILTER (WHERE quantity < 0 OR (${purchase})), 0)::DOUBLE AS netRevenue,
              (min(ordered_at) FILTER (WHERE ${purchase}))::DATE::VARCHAR AS firstPurchase,
              (max(ordered_at) FILTER (WHERE ${purchase}))::DATE::VARCHAR AS lastPurchase,
              date_diff('day', (max(ordered_at) FILTER (WHERE ${purchase}))::DATE,
                        (SELECT max(ordered_at)::DATE FROM orders)) AS recency
       FROM orders WHERE customer_id = $1`,
    )
    const { lineCount, ...figures } = row!
    const averageOrder = figures.purchases > 0 ? figures.sales / figures.purchases : null
    return { lineCount, figures: { ...figures, averageOrder } }
  }

  const readLines = () =>
    query<OrderLine>(
      `SELECT ordered_at::VARCHAR AS orderedAt, order_id AS orderId, own.product_id AS productId,
              coalesce(products.title, own.product_title) AS product, quantity,
              unit_price::DOUBLE AS unitPrice, amount::DOUBLE AS amount, channel, status
       FROM (SELECT * FROM orders WHERE customer_id = $1
             ORDER BY ordered_at DESC, order_id, line_no LIMIT ${linesShown}) AS own
       LEFT JOIN products ON products.product_id = own.product_id
       ORDER BY ordered_at DESC, order_id, line_no`,
    )

  const readReviews = () =>
    query<Review>(
      `SELECT coalesce(products.title, reviews.product_id) AS product, rating, reviews.title AS title, text,
              reviewed_on::VARCHAR AS reviewedOn
       FROM reviews LEFT JOIN products ON products.product_id = reviews.product_id
       WHERE reviews.customer_id = $1
       ORDER BY reviewed_on DESC NULLS LAST, review_id LIMIT ${reviewsShown}`,
    )

  return { readIdentity, readFigures, readLines, readReviews }
}
