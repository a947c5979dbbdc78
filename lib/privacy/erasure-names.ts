import { phonePrefix } from '@/lib/warehouse/identity'

/** What people are called: customer ids, and contacts as lib/warehouse/identity.ts writes them. */
export type Names = { ids: readonly string[]; contacts: readonly string[] }

/** Shorter ids stand in files as quantities and the like. */
const shortestTelling = 4
const escapeText = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
/** Text as one character a byte, so that files are searched as they stand. */
const asBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1')
const isPhone = (contact: string) => contact.startsWith(phonePrefix)
const digitsOf = (phone: string) => phone.slice(phonePrefix.length)

const within = (pattern: string, boundary: string) => `(?<!${boundary})${pattern}(?!${boundary})`

/** A pattern for the names in a file's bytes, read as latin1; null when there is nothing to look for. */
export function namePattern({ ids, contacts }: Names, alsoShort = false): RegExp | null {
  const long = ids.filter((id) => id.length >= shortestTelling)
  const short = alsoShort ? ids.filter((id) => id.length < shortestTelling) : []
  const patterns = [
    ...long.map((id) => within(escapeText(asBytes(id)), '[A-Za-z0-9]')),
    ...short.map((id) => `(?<=^|[,;|\\t\\r\\n"])${escapeText(asBytes(id))}(?=$|[,;|\\t\\r\\n"])`),
    ...contacts
      .filter((contact) => !isPhone(contact))
      .map((email) => within(escapeText(asBytes(email)), '[A-Za-z0-9]')),
    ...contacts
      .filter(isPhone)
      .map((phone) => within(`(?:00)?${[...digitsOf(phone)].join('[ ().\\/-]{0,3}')}`, '[0-9]')),
  ]
  return patterns.length > 0 ? new RegExp(patterns.join('|'), 'i') : null
}

/** Whether a cell is, or holds, a name. */
export function cellMatcher(names: Names): (cell: string) => boolean {
  const exact = new Set(names.ids)
  const pattern = namePattern(names)
  return (cell) => exact.has(cell.trim().replace(/^'/, '')) || (pattern?.test(asBytes(cell)) ?? false)
}
