import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { findLockedOut } from './repository-member'

const kind = 'password-link|'
const identify = (hash: string) => kind + hash

type Link = { hash: string; expiresAt: Date }

/** A member's link, in place of an older one; `actorId` is the owner who makes it, null for whoever runs the server. */
async function saveLink(
  transaction: Transaction,
  { id, userId, workspaceId }: { id: string; userId: string; workspaceId: string },
  { hash, expiresAt }: Link,
  actorId: string | null,
): Promise<void> {
  const value = `${id}|${actorId ?? ''}`
  await transaction.verification.deleteMany({
    where: { identifier: { startsWith: kind }, value: { startsWith: `${id}|` } },
  })
  await transaction.verification.create({ data: { identifier: identify(hash), value, expiresAt } })
  await recordEvent(transaction, { workspaceId, actorId, action: 'password.link', objectId: userId })
}

/**
 * A link by which another member, who belongs to this workspace alone, chooses a new password. Throws AppError forbidden
 * or notFound.
 */
export async function createPasswordLink(
  database: Database,
  member: Member,
  memberId: string,
  link: Link,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { userId } = await findLockedOut(transaction, member, memberId)
    const { workspaceId } = member
    await saveLink(transaction, { id: memberId, userId, workspaceId }, link, member.userId)
  })
}

/** The same for the user of an e-mail address, asked for on the server itself; false where there is no such member. */
export function createOperatorLink(database: Database, email: string, link: Link): Promise<boolean> {
  return database.$transaction(async (transaction) => {
    const found = await transaction.member.findFirst({
      where: { user: { email } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, userId: true, workspaceId: true },
    })
    if (found) await saveLink(transaction, found, link, null)
    return found !== null
  })
}

/** Whose password a link is for; null when it is unknown, used, replaced, too old or its maker no longer an owner. */
export async function findPasswordLink(database: Database | Transaction, hash: string, now: Date) {
  const where = { identifier: identify(hash), expiresAt: { gt: now } }
  const link = await database.verification.findFirst({ where, select: { value: true } })
  if (!link) return null
  const [memberId, makerId] = link.value.split('|')
  const found = await database.member.findUnique({
    where: { id: memberId },
    select: { workspaceId: true, user: { select: { id: true, name: true, email: true } } },
  })
  if (!found || !makerId) return found
  const maker = { workspaceId: found.workspaceId, userId: makerId, role: 'owner' as const }
  return (await database.member.count({ where: maker })) > 0 ? found : null
}

/** Uses a link up: the password is the new one and every session ends. False when the link no longer works. */
export function setPassword(database: Database, hash: string, password: string, now: Date): Promise<boolean> {
  return database.$transaction(async (transaction) => {
    const found = await findPasswordLink(transaction, hash, now)
    const { count } = await transaction.verification.deleteMany({ where: { identifier: identify(hash) } })
    if (!found || count === 0) return false
    const { workspaceId, user } = found
    await transaction.account.updateMany({
      where: { userId: user.id, providerId: 'credential' },
      data: { password },
    })
    const ended = await transaction.session.deleteMany({ where: { userId: user.id } })
    await recordEvent(transaction, {
      workspaceId,
      actorId: user.id,
      action: 'password.reset',
      details: { sessions: ended.count },
    })
    return true
  })
}
