import 'server-only'
import { contactIdPattern, contactPattern, identityPattern, isContactId } from '@/lib/csv/personal-values'
import type { Member } from '@/lib/server/access'
import { hasRole } from '@/lib/shared/roles'
import { quoteText } from '@/lib/warehouse/sql'
import { maskMark } from './mask-mark'

/** Whether a member may see who the customers are: viewers may not. */
export const seesPeople = ({ role }: Pick<Member, 'role'>) => hasRole(role, 'analyst')

const contacts = new RegExp(contactPattern, 'g')
const identity = new RegExp(`^(?:${identityPattern})$`)

export type Mask = {
  /** Whether anything is hidden from the member. */
  hides: boolean
  /** A customer id; hidden when it is an e-mail address or phone number. */
  id: (id: string) => string
  /** A text of no one's own, such as a review: without the e-mail addresses and phone numbers in it. */
  text: (text: string | null) => string | null
  /** A value of a column that is not personal as a whole. */
  cell: (value: string) => string
  /** A personal value. */
  value: (value: string | null) => string | null
}

const open: Mask = {
  hides: false,
  id: (id) => id,
  text: (text) => text,
  cell: (value) => value,
  value: (value) => value,
}
const closed: Mask = {
  hides: true,
  id: (id) => (isContactId(id) ? maskMark : id),
  text: (text) => text?.replace(contacts, maskMark) ?? null,
  cell: (value) => (identity.test(value.trim()) ? maskMark : value.replace(contacts, maskMark)),
  value: (value) => (value === null ? null : maskMark),
}

/** How values are shown to a member; apply it before they leave a service. */
export const maskFor = (member: Pick<Member, 'role'>): Mask => (seesPeople(member) ? open : closed)

const mark = quoteText(maskMark)

/** Whether an SQL expression for a customer id is an e-mail address or phone number. */
export const isContactIdSql = (id: string) => `regexp_full_match(${id}, ${quoteText(contactIdPattern)})`
/** The same as Mask.id, text, cell and value for SQL expressions: what is masked there can be neither searched nor sorted by. */
export const maskIdSql = (id: string) => `CASE WHEN ${isContactIdSql(id)} THEN ${mark} ELSE ${id} END`
export const maskTextSql = (text: string) =>
  `regexp_replace(${text}, ${quoteText(contactPattern)}, ${mark}, 'g')`
export const maskValueSql = (value: string) => `CASE WHEN ${value} IS NOT NULL THEN ${mark} END`

/** Whether a text holds a contact or is an identity number. */
export const isPersonalValueSql = (text: string) =>
  `(regexp_matches(${text}, ${quoteText(contactPattern)}) OR regexp_full_match(trim(${text}), ${quoteText(identityPattern)}))`
export const maskCellSql = (text: string) =>
  `CASE WHEN regexp_full_match(trim(${text}), ${quoteText(identityPattern)}) THEN ${mark} ELSE ${maskTextSql(text)} END`
