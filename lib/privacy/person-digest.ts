import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import { keepSecret } from '@/lib/server/secret'
import { phonePrefix } from '@/lib/warehouse/identity'
import { quoteText } from '@/lib/warehouse/sql'

export type PersonKey = 'customer_id' | 'email' | 'phone'
export type DigestUse = 'erasure' | 'export' | 'pseudonym' | 'reference'

const length = 32

/**
 * The key of a workspace's digests of people for one use, from a secret of the installation: digests of different
 * workspaces or uses cannot be matched, and a back-up of the data folder keeps them.
 */
export async function readDigestKey(dataDir: string, workspaceId: string, use: DigestUse): Promise<string> {
  const secret = await keepSecret(dataDir, 'privacy-secret')
  return createHmac('sha256', secret).update(`${workspaceId}|${use}`).digest('hex')
}

/** 32 hexadecimal digits that stand for a person's id, normalised e-mail or normalised phone; empty values have none. */
export function digestPerson(key: string, kind: PersonKey, value: string): string {
  return createHash('sha256').update(`${key}|${kind}|${value}`).digest('hex').slice(0, length)
}

/** The same in SQL, for an expression of type VARCHAR; NULL for NULL. */
export function digestPersonSql(key: string, kind: PersonKey, expression: string): string {
  return `left(sha256(${quoteText(`${key}|${kind}|`)} || ${expression}), ${length})`
}

/** People who were erased from a workspace and stay out of it: the key of its digests, and theirs. */
export type ErasedPeople = { key: string; digests: string[] }

/** The digest of what a row calls its customer: an id, or a contact that stands for one (lib/warehouse/identity.ts). */
export function digestName(key: string, name: string): string {
  const kind = name.includes('@') ? 'email' : name.startsWith(phonePrefix) ? 'phone' : 'customer_id'
  return digestPerson(key, kind, name)
}

/** The same in SQL. */
export function digestNameSql(key: string, name: string): string {
  return `CASE WHEN contains(${name}, '@') THEN ${digestPersonSql(key, 'email', name)}
    WHEN starts_with(${name}, '${phonePrefix}') THEN ${digestPersonSql(key, 'phone', name)}
    ELSE ${digestPersonSql(key, 'customer_id', name)} END`
}
