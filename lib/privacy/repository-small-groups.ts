import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'

/** The workspace's threshold: groups of fewer people are small. */
export async function readSmallGroup(database: Database, workspaceId: string): Promise<number> {
  const where = { id: workspaceId }
  return (await database.workspace.findUniqueOrThrow({ where, select: { smallGroup: true } })).smallGroup
}

export async function saveSmallGroup(
  database: Database,
  { workspaceId, userId }: Member,
  smallGroup: number,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const where = { id: workspaceId }
    const before = await transaction.workspace.findUniqueOrThrow({ where, select: { smallGroup: true } })
    await transaction.workspace.update({ where, data: { smallGroup } })
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'small-group.change',
      details: { from: before.smallGroup, to: smallGroup },
    })
  })
}
