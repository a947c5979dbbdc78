import 'server-only'
import { type DuckDBInstance, listValue } from '@duckdb/node-api'
import type { PersonalColumns } from '@/lib/csv/personal-columns'
import { isContactIdSql, type Mask } from '@/lib/privacy/mask'
import { fullName } from '@/lib/shared/full-name'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryRows } from '@/lib/warehouse/duckdb'
import { quoteText } from '@/lib/warehouse/sql'
import type { PeoplePage, PeopleQuery, Person } from './schema'

type Dataset = { dataDir: string; batches: BatchFile[] }
type Result = { path: string; segment: number }

/** How the reader sees people, and which fields are personal: what they may not see they may not search either. */
export type Scope = { mask: Mask; personal: PersonalColumns }

/** The result file is sorted by customer id within a segment: the row's number stands for the id. */
const sortKeys: Record<PeopleQuery['sort'], string> = {
  customer: 'n',
  revenue: 'net_revenue',
  purchases: 'purchases',
  lastPurchase: 'last_purchase',
  distance: 'distance',
}

type Member = {
  customer_id: string
  purchases: number
  net_revenue: number
  last_purchase: string
  distance: number
  total: number
}

/**
 * One page of a segment's members and how many there are. Sorts row numbers and reads the rest for the page alone, so
 * that the last page of 500,000 people costs no more than the first.
 */
function findMembers(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  { path, segment }: Result,
  { search, sort, direction, page, pageSize }: PeopleQuery,
  { mask }: Scope,
): Promise<Member[]> {
  const contains = (text: string) => `contains(lower(${text}), lower($search))`
  const named = `SELECT customer_id FROM customers
    WHERE ${contains("concat_ws(' ', first_name, last_name)")} OR ${contains('concat(last_name, first_name)')} OR ${contains('email')} OR ${contains('city')} UNION ALL`
  const ids = `SELECT customer_id FROM members WHERE ${contains('customer_id')}`
  const hits = `hits AS (${mask.hides ? `${ids} AND NOT ${isContactIdSql('customer_id')}` : `${named} ${ids}`}),`
  const order = `${direction === 'asc' ? 'ASC' : 'DESC'}, n`
  // What is read twice is not kept in memory but for the few numbers of a search.
  return queryRows<Member>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)},
     members AS NOT MATERIALIZED (
       SELECT *, file_row_number AS n FROM read_parquet(${quoteText(path)}, file_row_number = true)
       WHERE segment = ${segment}),
     ${search ? hits : ''}
     found AS ${search ? 'MATERIALIZED' : 'NOT MATERIALIZED'} (
       SELECT n, ${sortKeys[sort]} AS key FROM members
       ${search ? 'WHERE customer_id IN (SELECT customer_id FROM hits)' : ''}),
     picked AS (SELECT n FROM found ORDER BY key ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize})
     SELECT customer_id, purchases, net_revenue, last_purchase, distance, (SELECT count(*) FROM found) AS total
     FROM members WHERE n IN (SELECT n FROM picked) ORDER BY ${sortKeys[sort]} ${order}`,
    search ? { search } : {},
  )
}

type Identity = Pick<Person, 'customerId' | 'name' | 'email' | 'city' | 'country' | 'consent'>

/** Who customers are as far as the reader sees it, by id; those that no customer file lists are left out. */
export async function readIdentities(
  warehouse: DuckDBInstance,
  { dataDir, batches }: Dataset,
  customerIds: readonly string[],
  { mask, personal }: Scope,
): Promise<Map<string, Identity>> {
  type Stored = Omit<Identity, 'name'> & { first: string | null; last: string | null }
  const rows = await queryRows<Stored>(
    warehouse,
    `WITH ${datasetTables(dataDir, batches)}
     SELECT customer_id AS "customerId", first_name AS first, last_name AS last, email, city,
            country, consent
     FROM customers WHERE customer_id IN (SELECT unnest($ids))`,
    { ids: listValue(customerIds) },
  )
  const seen = <T>(field: string, value: T) => (mask.hides && personal[field] ? null : value)
  return new Map(
    rows.map(({ first, last, customerId, email, city, country, consent }) => {
      const name = mask.hides ? null : fullName(first, last)
      const place = { city: seen('city', city), country: seen('country', country) }
      const identity = {
        customerId,
        name,
        email: seen('email', email),
        ...place,
        consent: seen('consent', consent),
      }
      return [customerId, identity]
    }),
  )
}

const unknown = { name: null, email: null, city: null, country: null, consent: null }

/** One page of a segment's people, sorted, equals by customer id; a page beyond the last has no rows. */
export async function readPeople(
  warehouse: DuckDBInstance,
  dataset: Dataset,
  result: Result,
  query: PeopleQuery,
  scope: Scope,
): Promise<PeoplePage> {
  const members = await findMembers(warehouse, dataset, result, query, scope)
  if (members.length === 0) {
    if (query.page === 1) return { total: 0, rows: [] }
    const first = await readPeople(warehouse, dataset, result, { ...query, page: 1 }, scope)
    return { total: first.total, rows: [] }
  }
  const ids = members.map((member) => member.customer_id)
  const identities = await readIdentities(warehouse, dataset, ids, scope)
  const rows = members.map((member) => ({
    ...unknown,
    ...identities.get(member.customer_id),
    customerId: scope.mask.id(member.customer_id),
    purchases: member.purchases,
    revenue: member.net_revenue,
    lastPurchase: member.last_purchase,
    distance: member.distance,
  }))
  return { total: members[0]?.total ?? 0, rows }
}
