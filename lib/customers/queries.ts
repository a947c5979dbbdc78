import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { isContactIdSql } from '@/lib/privacy/mask'
import { digestPersonSql } from '@/lib/privacy/person-digest'
import { fullName } from '@/lib/shared/full-name'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows, type Row } from '@/lib/warehouse/duckdb'
import type { CustomerView, Review } from './schema'

const reviewsShown = 50

type Dataset = { dataDir: string; batches: BatchFile[] }
type Identity = NonNullable<CustomerView['identity']>

const named = `named AS (${['customers', 'orders', 'reviews'].map((table) => `SELECT customer_id FROM ${table}`).join(' UNION ALL ')})`

/** Whether any table names a customer so. */
export async function isNamed(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  customerId: string,
): Promise<boolean> {
  const sql = `WITH ${datasetTables(dataDir, batches)}, ${named} SELECT 1 FROM named WHERE customer_id = $1 LIMIT 1`
  return (await queryRows(warehouse, sql, [customerId])).length > 0
}

/** The customer id, itself an e-mail address or phone number, whose digest under a key is given; null when there is none. */
export async function findReferenced(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  key: string,
  reference: string,
): Promise<string | null> {
  const [row] = await queryRows<{ id: string }>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)}, ${named}
     SELECT customer_id AS id FROM named
     WHERE ${isContactIdSql('customer_id')} AND ${digestPersonSql(key, 'customer_id', 'customer_id')} = $1 LIMIT 1`,
    [reference],
  )
  return row?.id ?? null
}

/** Who one customer is, and what they wrote. */
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

  const readReviews = () =>
    query<Review>(
      `SELECT coalesce(products.title, reviews.product_id) AS product, rating, reviews.title AS title, text,
              reviewed_on::VARCHAR AS reviewedOn
       FROM reviews LEFT JOIN products ON products.product_id = reviews.product_id
       WHERE reviews.customer_id = $1
       ORDER BY reviewed_on DESC NULLS LAST, review_id LIMIT ${reviewsShown}`,
    )

  return { readIdentity, readReviews }
}
