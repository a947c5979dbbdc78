import 'server-only'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import type { Role } from '@/lib/shared/roles'
import type { MemberView } from './people-schema'
import * as repository from './repository-people'

/** Everybody in the workspace. Owners only. */
export async function listMembers(member: Member): Promise<MemberView[]> {
  requireRole(member, 'owner')
  const members = await repository.listMembers(await getDatabase(), member.workspaceId, new Date())
  return members.map(({ id, role, createdAt, lastSignInAt, user }) => ({
    id,
    name: user.name,
    email: user.email,
    role,
    joinedAt: createdAt.toISOString(),
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    twoFactor: user.twoFactorEnabled,
    sessions: user._count.sessions,
    self: user.id === member.userId,
  }))
}

/** Gives a member another role, from their next request on; throws AppError forbidden, notFound or lastOwner. */
export async function changeRole(member: Member, memberId: string, role: Role): Promise<void> {
  requireRole(member, 'owner')
  await repository.changeRole(await getDatabase(), member, memberId, role)
}

/** Ends a member's access with their next request; throws AppError forbidden, notFound or lastOwner. */
export async function removeMember(member: Member, memberId: string): Promise<void> {
  requireRole(member, 'owner')
  await repository.removeMember(await getDatabase(), member, memberId)
}

/** For a member who lost both app and backup codes; throws AppError forbidden or notFound. */
export async function resetTwoFactor(member: Member, memberId: string): Promise<void> {
  requireRole(member, 'owner')
  await repository.resetTwoFactor(await getDatabase(), member, memberId)
}
