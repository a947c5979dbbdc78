import 'server-only'
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { type BatchFile, datasetTables } from '@/lib/warehouse/dataset'
import { queryConnection } from '@/lib/warehouse/duckdb'
import { emailContact, isContact, phoneContact } from '@/lib/warehouse/identity'
import { warehousePath } from '@/lib/warehouse/paths'
import { quoteText } from '@/lib/warehouse/sql'
import { digestNameSql, type ErasedPeople } from './person-digest'

/** An e-mail address that more customers than this have is a placeholder, and says nothing of who they are. */
const mostOfOneEmail = 5

export type AnyBatch = BatchFile & { id: string; importId: string; visible: boolean }
export type Dataset = { dataDir: string; batches: readonly AnyBatch[] }

const namesOf: Record<string, string[]> = {
  ...{ customers: ['customer_id'], orders: ['customer_id'], reviews: ['customer_id'] },
  ...{ interactions: ['customer_id'], campaigns: ['customer_id'], links: ['from_id', 'to_id'] },
}

export const readBatchFile = (dataDir: string, file: string) =>
  `read_parquet(${quoteText(warehousePath(dataDir, file))})`

/** A query for `columns` of every batch of a table, superseded and undone ones too. */
function everyRow({ dataDir, batches }: Dataset, table: string, columns: string): string | null {
  const parts = batches
    .filter((batch) => batch.table === table)
    .map(({ file }) => `SELECT ${columns} FROM ${readBatchFile(dataDir, file)}`)
  return parts.length > 0 ? parts.join(' UNION ALL ') : null
}

const listParts = (parts: (string | null)[], none: string) => {
  const there = parts.filter((part) => part !== null)
  return there.length > 0 ? there.join(' UNION ALL ') : none
}

async function createList(connection: DuckDBConnection, table: string, values: readonly string[]) {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT DISTINCT unnest($1::VARCHAR[]) AS digest`,
    [listValue(values)],
    [LIST(VARCHAR)],
  )
}

/** What customers are reached by today (`reached`: contact, customer_id) and who is named by contact (`joined_today`). */
async function readToday(connection: DuckDBConnection, { dataDir, batches }: Dataset): Promise<void> {
  const tables = datasetTables(
    dataDir,
    batches.filter(({ visible }) => visible),
  )
  const contacts = [emailContact('email'), phoneContact('phone')].map(
    (contact) =>
      `SELECT ${contact} AS contact, customer_id FROM customers WHERE NOT ${isContact('customer_id')}`,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE reached AS WITH ${tables}
     SELECT DISTINCT * FROM (${contacts.join(' UNION ALL ')}) WHERE contact IS NOT NULL`,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE joined_today AS WITH ${tables} SELECT contact, customer_id FROM joined_customers`,
  )
}

/**
 * Finds the people of some digests, whatever they are called: leaves `person_ids` (id: what their rows name them by),
 * `person_contacts` (contact: their e-mail addresses and phone numbers, but for those another customer has today),
 * `person_orders` and `person_reviews` (k: keys of records that are theirs alone) on the connection. Customers with the
 * same e-mail address today are one person. Returns false when no row is theirs.
 */
export async function findPeople(
  connection: DuckDBConnection,
  dataset: Dataset,
  { key, digests }: ErasedPeople,
): Promise<boolean> {
  await createList(connection, 'wanted', digests)
  await readToday(connection, dataset)
  const names = Object.entries(namesOf).flatMap(([table, columns]) =>
    columns.map((column) => everyRow(dataset, table, `${column} AS id`)),
  )
  const isWanted = (name: string) => `${digestNameSql(key, name)} IN (SELECT digest FROM wanted)`
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE own_ids AS
     WITH named AS (
       SELECT id FROM (SELECT DISTINCT id FROM (${listParts(names, 'SELECT NULL::VARCHAR AS id LIMIT 0')}))
       WHERE id IS NOT NULL AND ${isWanted('id')}
       UNION SELECT customer_id FROM reached WHERE contains(contact, '@') AND ${isWanted('contact')}),
     known AS (SELECT id FROM named UNION SELECT customer_id FROM joined_today SEMI JOIN named ON contact = id),
     emails AS (
       SELECT contact FROM reached WHERE contains(contact, '@') GROUP BY contact
       HAVING count(*) <= ${mostOfOneEmail} AND bool_or(customer_id IN (SELECT id FROM known)))
     SELECT id FROM known UNION SELECT customer_id FROM reached SEMI JOIN emails USING (contact)`,
  )
  const rows = everyRow(dataset, 'customers', 'customer_id, email, phone')
  const contacts = [emailContact('email'), phoneContact('phone')].map((contact) =>
    rows ? `SELECT ${contact} FROM (${rows}) WHERE customer_id IN (SELECT id FROM own_ids)` : null,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE person_contacts AS
     SELECT DISTINCT contact FROM (
       ${listParts([...contacts, `SELECT id FROM own_ids WHERE ${isContact('id')}`], '')}) AS given(contact)
     WHERE contact IS NOT NULL AND contact NOT IN (
       SELECT contact FROM reached WHERE customer_id NOT IN (SELECT id FROM own_ids))`,
  )
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE person_ids AS
     SELECT id FROM own_ids UNION SELECT contact FROM person_contacts
     UNION SELECT contact FROM joined_today WHERE customer_id IN (SELECT id FROM own_ids)`,
  )
  await findRecords(connection, dataset)
  const [found] = await queryConnection<{ n: number }>(connection, 'SELECT count(*) AS n FROM own_ids')
  return (found?.n ?? 0) > 0
}

/** Orders and reviews that are theirs as the dataset stands: what was said of them before, or without a name, goes too. */
async function findRecords(connection: DuckDBConnection, { dataDir, batches }: Dataset): Promise<void> {
  const tables = datasetTables(
    dataDir,
    batches.filter(({ visible }) => visible),
  )
  const theirs = 'coalesce(customer_id IN (SELECT id FROM person_ids), false)'
  const keyed = (name: string, table: string, key: string) =>
    connection.run(
      `CREATE OR REPLACE TEMP TABLE ${name} AS WITH ${tables}
       SELECT ${key} AS k FROM ${table} WHERE ${key} IS NOT NULL GROUP BY k HAVING bool_and(${theirs})`,
    )
  await keyed('person_orders', 'orders', 'order_id')
  await keyed('person_reviews', 'reviews', 'review_id')
}

/** The digests of everything the people that were found are called. */
export async function digestPeople(connection: DuckDBConnection, key: string): Promise<string[]> {
  const rows = await queryConnection<{ digest: string }>(
    connection,
    `SELECT DISTINCT ${digestNameSql(key, 'name')} AS digest
     FROM (SELECT id AS name FROM own_ids UNION SELECT contact FROM person_contacts) ORDER BY 1`,
  )
  return rows.map(({ digest }) => digest)
}

/** What people are called, as it may stand in a file: `ids`, `contacts` (see lib/warehouse/identity.ts). */
export async function listNames(
  connection: DuckDBConnection,
): Promise<{ ids: string[]; contacts: string[] }> {
  const read = (sql: string) => queryConnection<{ name: string }>(connection, sql)
  const [ids, contacts] = await Promise.all([
    read(`SELECT id AS name FROM own_ids WHERE NOT ${isContact('id')} ORDER BY 1`),
    read('SELECT contact AS name FROM person_contacts ORDER BY 1'),
  ])
  return { ids: ids.map(({ name }) => name), contacts: contacts.map(({ name }) => name) }
}

const toldOfCustomers = ['first_name', 'last_name', 'email', 'phone', 'gender', 'city', 'country']
const toldOfOrders = ['channel', 'status']

/** Texts of their records that no other customer's have: what a result may quote of them alone. */
export async function listOwnTexts(connection: DuckDBConnection, dataset: Dataset): Promise<string[]> {
  const theirs = 'coalesce(customer_id IN (SELECT id FROM person_ids), false) AS theirs'
  const attributes = 'coalesce(map_values(attributes), [])'
  const said = [
    everyRow(
      dataset,
      'customers',
      `${theirs}, unnest(list_concat([${toldOfCustomers.join(', ')}], ${attributes})) AS value`,
    ),
    everyRow(dataset, 'orders', `${theirs}, unnest([${toldOfOrders.join(', ')}]) AS value`),
  ]
  const found = await queryConnection<{ value: string }>(
    connection,
    `SELECT value FROM (${listParts(said, 'SELECT false AS theirs, NULL::VARCHAR AS value LIMIT 0')})
     WHERE value IS NOT NULL GROUP BY value HAVING bool_and(theirs)`,
  )
  return found.map(({ value }) => value)
}
