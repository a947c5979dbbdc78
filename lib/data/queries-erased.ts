import 'server-only'
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { digestNameSql, digestPersonSql, type ErasedPeople } from '@/lib/privacy/person-digest'
import { emailContact, phoneContact } from '@/lib/warehouse/identity'

const erasedDigests = '(SELECT digest FROM erased_people)'
const anyOf = (digests: string[]) => digests.map((digest) => `${digest} IN ${erasedDigests}`).join(' OR ')

/** Tells the connection who asked to be erased, as the temporary table `erased_people`. */
export async function setErased(connection: DuckDBConnection, { digests }: ErasedPeople): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE erased_people AS SELECT DISTINCT unnest($1::VARCHAR[]) AS digest',
    [listValue(digests)],
    [LIST(VARCHAR)],
  )
}

/** 'erased:' for a row that names an erased person by one of the customers or e-mail addresses in it; else NULL. */
export function erasedProblemSql(key: string, customers: string[], emails: string[]): string | null {
  const digests = [
    ...customers.map((customer) => digestNameSql(key, customer)),
    ...emails.map((email) => digestPersonSql(key, 'email', emailContact(email))),
  ]
  return digests.length > 0 ? `CASE WHEN ${anyOf(digests)} THEN 'erased:' END` : null
}

/** Whether a record that cannot be split holds what an erased person is called by, as far as that can be told. */
export function recordIsErasedSql(key: string, record: string): string {
  const tokens = `list_distinct(list_concat(regexp_split_to_array(${record}, '[,;|"\\t]+'),
    regexp_split_to_array(${record}, '[,;|"''\\s]+')))`
  const digests = `list_transform(${tokens}, lambda token: [${[
    digestPersonSql(key, 'customer_id', 'trim(token)'),
    digestPersonSql(key, 'email', emailContact('trim(token)')),
    digestPersonSql(key, 'phone', phoneContact('token')),
  ].join(', ')}])`
  return `list_has_any(flatten(${digests}), (SELECT list(digest) FROM erased_people))`
}
