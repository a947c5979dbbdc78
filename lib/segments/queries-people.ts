import 'server-only'
import type { DuckDBInstance } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import type { PeoplePage, PeopleQuery, Person } from './schema'

const orderBy: Record<PeopleQuery['sort'], string> = {
  customer: 'customer_id',
  revenue: 'net_revenue',
  purchases: 'purchases',
  lastPurchase: 'last_purchase',
  distance: 'distance',
}

type PersonRow = {
  customer_id: string
  first_name: string | null
  last_name: string | null
  email: string | null
  city: string | null
  country: string | null
  consent: boolean | null
  purchases: number
  net_revenue: number
  last_purchase: string
  distance: number
}

const readPerson = (row: PersonRow): Person => ({
  customerId: row.customer_id,
  name: [row.first_name, row.last_name].filter(Boolean).join(' ') || null,
  email: row.email,
  city: row.city,
  country: row.country,
  consent: row.consent,
  purchases: row.purchases,
  revenue: row.net_revenue,
  lastPurchase: row.last_purchase,
  distance: row.distance,
})

/** A text to look for as it stands: LIKE's own signs lose their meaning. */
const likePattern = (search: string) => `%${search.replace(/[\\%_]/g, '\\$&')}%`

/** Whether personal columns may be searched: what a reader may not see they may not search either. */
type Scope = { personal: boolean }

function searchCondition({ personal }: Scope): string {
  const personalColumns = personal
    ? ", coalesce(first_name, '') || ' ' || coalesce(last_name, ''), email, city"
    : ''
  return `concat_ws(chr(0), customer_id${personalColumns}) ILIKE $pattern ESCAPE '\\'`
}

/**
 * One page of a segment's people. Without a search only the page's customers are looked up in the customer table, so
 * that a page of 500,000 people costs one sort.
 */
export async function readPeople(
  warehouse: DuckDBInstance,
  dataset: { dataDir: string; batches: BatchFile[] },
  { path, segment }: { path: string; segment: number },
  { search, sort, direction, page, pageSize }: PeopleQuery,
  scope: Scope,
): Promise<PeoplePage> {
  const members = `SELECT customer_id, purchases, net_revenue, last_purchase, distance
    FROM read_parquet(${quoteText(path)}) WHERE segment = ${segment}`
  const order = `ORDER BY ${orderBy[sort]} ${direction === 'asc' ? 'ASC' : 'DESC'}, customer_id`
  const window = `${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`
  const details = 'first_name, last_name, email, city, country, consent'
  const tables = datasetTables(dataset.dataDir, dataset.batches)
  const found = search
    ? `found AS (SELECT members.*, ${details} FROM members LEFT JOIN customers USING (customer_id)
                 WHERE ${searchCondition(scope)}),
       shown AS (SELECT * FROM found ${window})`
    : `found AS (SELECT * FROM members),
       page AS (SELECT * FROM members ${window}),
       shown AS (SELECT page.*, ${details} FROM page LEFT JOIN
                 (SELECT * FROM customers WHERE customer_id IN (SELECT customer_id FROM page)) USING (customer_id))`
  const rows = await queryRows<PersonRow & { total: number }>(
    warehouse,
    `WITH ${tables}, members AS (${members}), ${found}
     SELECT shown.*, (SELECT count(*) FROM found) AS total FROM shown ${order}`,
    search ? { pattern: likePattern(search) } : {},
  )
  if (rows.length > 0 || page === 1) return { total: rows[0]?.total ?? 0, rows: rows.map(readPerson) }
  // A page beyond the last (an old link, a shorter search): the last page there is.
  const query = { search, sort, direction, page: 1, pageSize }
  const first = await readPeople(warehouse, dataset, { path, segment }, query, scope)
  return { total: first.total, rows: [] }
}
