import { createHash } from 'node:crypto'
import { phonePrefix } from '@/lib/warehouse/identity'
import type { Names } from './erasure-names'

const columns = ['customer_id', 'email', 'phone', 'email_sha256', 'phone_sha256'] as const
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * A list with which a person is taken off an audience elsewhere, a row for each thing they are called: as it is, and for
 * e-mail addresses (lower case) and phone numbers (+ and digits) as the SHA-256 that advertising platforms compare. The
 * first row is the header.
 */
export function removalRows({ ids, contacts }: Names): string[][] {
  const rows = [
    ...ids.map((id) => ({ customer_id: id })),
    ...contacts.map((contact) => {
      if (!contact.startsWith(phonePrefix)) return { email: contact, email_sha256: hash(contact) }
      const phone = `+${contact.slice(phonePrefix.length)}`
      return { phone, phone_sha256: hash(phone) }
    }),
  ]
  return [
    [...columns],
    ...rows.map((row: Partial<Record<string, string>>) => columns.map((name) => row[name] ?? '')),
  ]
}
