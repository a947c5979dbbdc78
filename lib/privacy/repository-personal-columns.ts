import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { type CustomerChoices, personalChoicesSchema } from './personal-columns-schema'

async function readAll(database: Database | Transaction, id: string) {
  const found = await database.workspace.findUnique({ where: { id }, select: { personalColumns: true } })
  return personalChoicesSchema.safeParse(found?.personalColumns).data ?? {}
}

/** What was decided of the columns of a workspace's customers. */
export async function readChoices(database: Database, workspaceId: string): Promise<CustomerChoices> {
  return (await readAll(database, workspaceId)).customers ?? {}
}

/** Adds decisions to those there are; the audit log says how many columns became personal or ceased to be. */
export function saveChoices(
  database: Database,
  { workspaceId, userId }: Member,
  choices: CustomerChoices,
): Promise<void> {
  return database.$transaction(async (transaction) => {
    // Takes the row's lock before it is read: two who decide at once both count.
    await transaction.workspace.update({
      where: { id: workspaceId },
      data: { dataVersion: { increment: 0 } },
      select: { id: true },
    })
    const before = await readAll(transaction, workspaceId)
    const changed = Object.entries(choices).filter(([key, personal]) => before.customers?.[key] !== personal)
    if (changed.length === 0) return
    const customers = { ...before.customers, ...Object.fromEntries(changed) }
    await transaction.workspace.update({
      where: { id: workspaceId },
      data: { personalColumns: { ...before, customers } },
      select: { id: true },
    })
    const personal = changed.filter(([, personal]) => personal).map(([key]) => key)
    const shown = changed.filter(([, personal]) => !personal).map(([key]) => key)
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'personal.choose',
      details: { table: 'customers', personal, shown },
    })
  })
}
