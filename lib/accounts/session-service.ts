import 'server-only'
import { findSession, type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import { describeAgent } from './describe-agent'
import * as repository from './repository-sessions'
import type { SessionView } from './security-schema'

/** Where the member is signed in, newest first. */
export async function listSessions({ userId }: Member): Promise<SessionView[]> {
  const [sessions, own] = await Promise.all([
    repository.listSessions(await getDatabase(), userId, new Date()),
    findSession(),
  ])
  return sessions.map(({ id, ipAddress, userAgent, createdAt }) => ({
    id,
    ...describeAgent(userAgent),
    address: ipAddress || null,
    startedAt: createdAt.toISOString(),
    current: id === own?.session.id,
  }))
}

/** Ends one of the member's own sessions, from its next request on; throws AppError notFound. */
export async function endSession(member: Member, id: string): Promise<void> {
  await repository.endSession(await getDatabase(), member, id)
}

/** Ends all of the member's own sessions but the one that asks; returns how many. */
export async function endOtherSessions(member: Member): Promise<{ ended: number }> {
  const own = await findSession()
  if (!own) throw new AppError('notSignedIn')
  return { ended: await repository.endOtherSessions(await getDatabase(), member, own.session.id) }
}

/** Signs a member out everywhere; returns of how many sessions. Throws AppError forbidden or notFound. Owners only. */
export async function endSessionsOfMember(member: Member, memberId: string): Promise<{ ended: number }> {
  requireRole(member, 'owner')
  return { ended: await repository.endSessionsOfMember(await getDatabase(), member, memberId) }
}
