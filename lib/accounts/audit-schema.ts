import { z } from 'zod'

export const auditPageSize = 50

const daySchema = z.iso.date().or(z.literal('')).catch('')
const textSchema = z.string().trim().max(64).catch('')

/** What a page of the log is asked for, as it stands in the address; what makes no sense is left out. */
export const auditQuerySchema = z.object({
  /** noun of the action, such as import */
  group: textSchema,
  /** id of a user */
  person: textSchema,
  /** days of the brand's time zone, both included */
  from: daySchema,
  to: daySchema,
  /** start of the id of what was done to */
  object: textSchema,
  /** where the page begins: what `next` of the page before it said */
  after: textSchema,
})
export type AuditQuery = z.infer<typeof auditQuerySchema>

/** Reads the parameters of an address, where one may be missing or stand there several times. */
export function readAuditQuery(params: Record<string, unknown>): AuditQuery {
  const names = Object.keys(auditQuerySchema.shape)
  return auditQuerySchema.parse(Object.fromEntries(names.map((name) => [name, params[name] ?? ''])))
}

/** The address of a page of the log with these filters. */
export function writeAuditQuery(query: Partial<AuditQuery>): string {
  const entries = Object.entries(query).filter(([, value]) => value !== '')
  return new URLSearchParams(entries).toString()
}

export type AuditDetail = string | number | boolean | null | AuditDetail[] | { [key: string]: AuditDetail }

export type AuditEntryView = {
  id: string
  at: string
  /** name of who did it; null for the product itself or somebody who is not known any more */
  person: string | null
  action: string
  objectId: string | null
  /** name of the user it was done to, where it was one */
  objectName: string | null
  rows: number | null
  outcome: string
  details: Record<string, AuditDetail>
}

export type AuditPage = {
  entries: AuditEntryView[]
  /** for `after` of the next page; null on the last one */
  next: string | null
  /** nouns of the actions that the log holds */
  groups: string[]
  /** who did something, by name */
  people: { id: string; name: string }[]
}
