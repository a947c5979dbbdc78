import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import type { Role } from '@/lib/shared/roles'

/** As long as twenty people who follow one link at the same moment may wait for each other. */
const patience = { maxWait: 30_000, timeout: 30_000 }

/** An invitation that can still be used. */
const open = (now: Date) => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: now } })

export async function createInvitation(
  database: Database,
  { workspaceId, userId }: Member,
  invitation: { label: string; role: Role; hash: string; expiresAt: Date },
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { id } = await transaction.invitation.create({
      data: { ...invitation, workspaceId, createdBy: userId },
      select: { id: true },
    })
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'invitation.create',
      objectId: id,
      details: { role: invitation.role },
    })
  })
}

/** Invitations that can still be used, newest first. */
export function listInvitations(database: Database, workspaceId: string, now: Date) {
  return database.invitation.findMany({
    where: { workspaceId, ...open(now) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, label: true, role: true, createdAt: true, expiresAt: true },
  })
}

/** Ends an open invitation; throws AppError notFound. */
export async function revokeInvitation(
  database: Database,
  { workspaceId, userId }: Member,
  id: string,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { count } = await transaction.invitation.updateMany({
      where: { id, workspaceId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new AppError('notFound')
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'invitation.revoke',
      objectId: id,
    })
  })
}

export function findInvitation(database: Database, hash: string) {
  return database.invitation.findUnique({
    where: { hash },
    select: {
      id: true,
      role: true,
      workspaceId: true,
      acceptedAt: true,
      revokedAt: true,
      expiresAt: true,
      workspace: { select: { name: true } },
    },
  })
}

export type NewPerson = { name: string; email: string; passwordHash: string }

async function createUser(transaction: Transaction, { name, email, passwordHash }: NewPerson) {
  if (await transaction.user.findUnique({ where: { email }, select: { id: true } }))
    throw new AppError('emailTaken')
  const user = await transaction.user.create({ data: { name, email } })
  await transaction.account.create({
    data: { userId: user.id, accountId: user.id, providerId: 'credential', password: passwordHash },
  })
  return user.id
}

/**
 * Uses an invitation up for a new person or a user, who becomes a member; false when it was used, revoked or too old
 * by then. Throws AppError emailTaken or alreadyMember, with nothing changed.
 */
export function acceptInvitation(
  database: Database,
  invitation: { id: string; workspaceId: string; role: Role },
  person: NewPerson | { userId: string },
  now: Date,
): Promise<boolean> {
  const { id, workspaceId, role } = invitation
  return database.$transaction(async (transaction) => {
    const { count } = await transaction.invitation.updateMany({
      where: { id, ...open(now) },
      data: { acceptedAt: now },
    })
    if (count === 0) return false
    const userId = 'userId' in person ? person.userId : await createUser(transaction, person)
    const membership = { workspaceId, userId }
    if (await transaction.member.findUnique({ where: { workspaceId_userId: membership } }))
      throw new AppError('alreadyMember')
    await transaction.member.create({ data: { ...membership, role } })
    await transaction.invitation.update({ where: { id }, data: { acceptedBy: userId } })
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'invitation.accept',
      objectId: id,
      details: { role },
    })
    return true
  }, patience)
}
