import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import type { Role } from '@/lib/shared/roles'
import { findLockedOut, findMember } from './repository-member'

const patience = { maxWait: 30_000, timeout: 30_000 }

/** Members by the day they joined, with their open sessions and their last sign-in. */
export async function listMembers(database: Database, workspaceId: string, now: Date) {
  const members = await database.member.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      role: true,
      createdAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          twoFactorEnabled: true,
          _count: { select: { sessions: { where: { expiresAt: { gt: now } } } } },
        },
      },
    },
  })
  const signIns = await database.auditEvent.groupBy({
    by: ['actorId'],
    where: { workspaceId, action: 'session.start' },
    _max: { createdAt: true },
  })
  const lastOf = new Map(signIns.map(({ actorId, _max }) => [actorId, _max.createdAt]))
  return members.map((member) => ({ ...member, lastSignInAt: lastOf.get(member.user.id) ?? null }))
}

/** Changes to who owns a workspace wait for each other here: each sees what the one before it left. */
async function lockWorkspace(transaction: Transaction, workspaceId: string): Promise<void> {
  await transaction.workspace.update({
    where: { id: workspaceId },
    data: { dataVersion: { increment: 0 } },
    select: { id: true },
  })
}

/** Throws unless the workspace has an owner and the one who asks is one of them, after what others did meanwhile. */
async function requireOwners(
  transaction: Transaction,
  { workspaceId, userId }: Member,
  leaving: string,
): Promise<void> {
  const owners = await transaction.member.findMany({
    where: { workspaceId, role: 'owner' },
    select: { userId: true },
  })
  if (!owners.some((owner) => owner.userId === userId)) throw new AppError('forbidden')
  if (owners.every((owner) => owner.userId === leaving)) throw new AppError('lastOwner')
}

/** The links of somebody who may no longer invite are of no use: they would be a way back in. */
async function revokeLinksOf(transaction: Transaction, workspaceId: string, userId: string): Promise<number> {
  const { count } = await transaction.invitation.updateMany({
    where: { workspaceId, createdBy: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count
}

/** Gives a member another role; throws AppError notFound, forbidden or lastOwner. */
export async function changeRole(
  database: Database,
  member: Member,
  memberId: string,
  role: Role,
): Promise<void> {
  const { workspaceId, userId: actorId } = member
  await database.$transaction(async (transaction) => {
    await lockWorkspace(transaction, workspaceId)
    const found = await findMember(transaction, workspaceId, memberId)
    await requireOwners(transaction, member, role === 'owner' ? '' : found.userId)
    if (found.role === role) return
    await transaction.member.update({ where: { id: memberId, workspaceId }, data: { role } })
    const revokedLinks = role === 'owner' ? 0 : await revokeLinksOf(transaction, workspaceId, found.userId)
    await recordEvent(transaction, {
      workspaceId,
      actorId,
      action: 'member.role',
      objectId: found.userId,
      details: { from: found.role, to: role, revokedLinks },
    })
  }, patience)
}

/** Takes a member out of the workspace; throws AppError notFound, forbidden or lastOwner. */
export async function removeMember(database: Database, member: Member, memberId: string): Promise<void> {
  const { workspaceId, userId: actorId } = member
  await database.$transaction(async (transaction) => {
    await lockWorkspace(transaction, workspaceId)
    const { userId, role } = await findMember(transaction, workspaceId, memberId)
    await requireOwners(transaction, member, userId)
    await transaction.member.delete({ where: { id: memberId, workspaceId } })
    const revokedLinks = await revokeLinksOf(transaction, workspaceId, userId)
    await recordEvent(transaction, {
      workspaceId,
      actorId,
      action: 'member.remove',
      objectId: userId,
      details: { role, revokedLinks },
    })
  }, patience)
}

/**
 * Turns the second factor of another member off, who belongs to this workspace alone. Throws AppError forbidden or
 * notFound (also where it is off).
 */
export async function resetTwoFactor(database: Database, member: Member, memberId: string): Promise<void> {
  const { workspaceId, userId: actorId } = member
  await database.$transaction(async (transaction) => {
    const { userId } = await findLockedOut(transaction, member, memberId)
    const { count } = await transaction.user.updateMany({
      where: { id: userId, twoFactorEnabled: true },
      data: { twoFactorEnabled: false },
    })
    if (count === 0) throw new AppError('notFound')
    await transaction.twoFactor.deleteMany({ where: { userId } })
    await recordEvent(transaction, { workspaceId, actorId, action: 'member.unlock', objectId: userId })
  })
}
