import 'server-only'
import type { Member } from '@/lib/server/access'
import type { Transaction } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'

/** Throws AppError notFound where the workspace has no such member. */
export async function findMember(transaction: Transaction, workspaceId: string, id: string) {
  const found = await transaction.member.findFirst({
    where: { id, workspaceId },
    select: { userId: true, role: true },
  })
  if (!found) throw new AppError('notFound')
  return found
}

/**
 * Another member, for changes to how they sign in. Throws AppError notFound, or forbidden: one's own needs one's password,
 * and the owners of one workspace do not weaken the doors of another.
 */
export async function findLockedOut(
  transaction: Transaction,
  { workspaceId, userId: actorId }: Member,
  memberId: string,
): Promise<{ userId: string }> {
  const { userId } = await findMember(transaction, workspaceId, memberId)
  const elsewhere = { userId, workspaceId: { not: workspaceId } }
  if (userId === actorId || (await transaction.member.count({ where: elsewhere })) > 0)
    throw new AppError('forbidden')
  return { userId }
}
