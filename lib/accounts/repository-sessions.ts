import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'

/** A user's sessions that have not run out, newest first. */
export function listSessions(database: Database, userId: string, now: Date) {
  return database.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, ipAddress: true, userAgent: true, createdAt: true },
  })
}

/** Ends some of a user's sessions; returns how many. `member` is who does it. */
async function endSessions(
  database: Database,
  { workspaceId, userId: actorId }: Member,
  userId: string,
  which: { id?: string | { not: string } },
): Promise<number> {
  return database.$transaction(async (transaction) => {
    const { count } = await transaction.session.deleteMany({ where: { userId, ...which } })
    if (count > 0)
      await recordEvent(transaction, {
        workspaceId,
        actorId,
        action: 'session.revoke',
        objectId: userId,
        details: { sessions: count },
      })
    return count
  })
}

/** Throws AppError notFound where the user has no such session. */
export async function endSession(database: Database, member: Member, id: string): Promise<void> {
  if ((await endSessions(database, member, member.userId, { id })) === 0) throw new AppError('notFound')
}

export function endOtherSessions(database: Database, member: Member, current: string): Promise<number> {
  return endSessions(database, member, member.userId, { id: { not: current } })
}

/** Ends every session of a member of the workspace; throws AppError notFound where there is no such member. */
export async function endSessionsOfMember(
  database: Database,
  member: Member,
  memberId: string,
): Promise<number> {
  const found = await database.member.findFirst({
    where: { id: memberId, workspaceId: member.workspaceId },
    select: { userId: true },
  })
  if (!found) throw new AppError('notFound')
  return endSessions(database, member, found.userId, {})
}
