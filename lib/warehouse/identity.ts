import { newestValue } from './table-rows'
import { tableColumns } from './tables'

/** A customer who is named by an e-mail address in lower case, or by a phone number in digits after this. */
export const phonePrefix = 'tel:'

/** Whether an id is a contact that stands for an id. */
export const isContact = (id: string) => `(contains(${id}, '@') OR starts_with(${id}, '${phonePrefix}'))`

/** The e-mail address in a cell as a contact; NULL when it is none. */
export function emailContact(text: string): string {
  return `CASE WHEN regexp_full_match(${text}, '[^@\\s]+@[^@\\s]+[.][^@\\s]+') THEN lower(${text}) END`
}

/** The phone number in a cell as a contact: its digits, without the international prefix; NULL with fewer than seven. */
export function phoneContact(text: string): string {
  const digits = `regexp_replace(regexp_replace(${text}, '[^0-9]', '', 'g'), '^00', '')`
  return `CASE WHEN length(${digits}) >= 7 THEN '${phonePrefix}' || ${digits} END`
}

const tablesOfCustomers = ['orders', 'reviews', 'interactions', 'campaigns'] as const

/**
 * Common table expressions that join people named by contact with the customer whose e-mail or phone it is: of several,
 * the one with the smallest id. They read given_… and give every table its final name.
 */
export function identityTables(): string[] {
  const named = `given_customers WHERE NOT ${isContact('customer_id')}`
  const contacts = [emailContact('email'), phoneContact('phone')].map(
    (contact) => `SELECT ${contact} AS contact, customer_id FROM ${named}`,
  )
  const used = ['customers', ...tablesOfCustomers].map(
    (table) => `SELECT customer_id AS contact FROM given_${table} WHERE ${isContact('customer_id')}`,
  )
  const columns = Object.keys(tableColumns.customers)
  const merged = columns.map((column) =>
    column === 'customer_id' ? 'id AS customer_id' : newestValue(column, 'n'),
  )
  const renamed = tablesOfCustomers.map(
    (table) => `${table} AS (
      SELECT given.* REPLACE (coalesce(joined_customers.customer_id, given.customer_id) AS customer_id)
      FROM given_${table} AS given LEFT JOIN joined_customers ON given.customer_id = joined_customers.contact)`,
  )
  return [
    `joined_customers AS MATERIALIZED (
      SELECT contact, min(customer_id) AS customer_id
      FROM (${contacts.join(' UNION ALL ')})
      WHERE contact IN (SELECT contact FROM (${used.join(' UNION ALL ')})) GROUP BY contact)`,
    `customers AS (
      SELECT ${merged.join(', ')} FROM (
        SELECT given.*, coalesce(joined_customers.customer_id, given.customer_id) AS id,
          joined_customers.customer_id IS NULL AS n
        FROM given_customers AS given LEFT JOIN joined_customers ON given.customer_id = joined_customers.contact)
      GROUP BY id)`,
    ...renamed,
    ...(['products', 'links'] as const).map((table) => `${table} AS (SELECT * FROM given_${table})`),
  ]
}
