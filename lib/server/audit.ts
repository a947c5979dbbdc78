import 'server-only'
import type { InputJsonObject } from '@prisma/client/runtime/client'
import type { Database } from './database'

export type AuditEntry = {
  workspaceId: string
  /** who did it; null for the product itself */
  actorId: string | null
  /** noun.verb, such as import.undo */
  action: string
  objectId?: string
  rows?: number
  outcome?: string
  /** counts, columns and settings; never a customer's value */
  details?: InputJsonObject
}

/** Notes who did what, in the transaction that does it. Entries are only ever added. */
export async function recordEvent(database: Pick<Database, 'auditEvent'>, entry: AuditEntry): Promise<void> {
  await database.auditEvent.create({ data: { outcome: 'completed', ...entry } })
}
