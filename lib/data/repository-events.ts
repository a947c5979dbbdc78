import 'server-only'
import type { Transaction } from '@/lib/server/database'

export type NewEvent = {
  workspaceId: string
  actorId: string | null
  action: string
  objectId: string
  rows?: number
}

/** Notes who did what, in the transaction that does it. */
export async function recordEvent(
  transaction: Transaction,
  event: NewEvent,
  outcome = 'completed',
): Promise<void> {
  await transaction.auditEvent.create({ data: { ...event, outcome } })
}
