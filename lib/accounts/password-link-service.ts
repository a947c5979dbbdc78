import 'server-only'
import { type Member, requireRole } from '@/lib/server/access'
import { hashToken } from '@/lib/server/api-token'
import { countAttempt } from '@/lib/server/attempts'
import { getDatabase } from '@/lib/server/database'
import { hashPassword } from '@/lib/server/passwords'
import { AppError } from '@/lib/shared/errors'
import { drawPasswordLink } from './password-link'
import * as repository from './repository-password-links'

/**
 * The token of a link by which a member chooses a new password; it cannot be read again. Throws AppError forbidden or
 * notFound. Owners only.
 */
export async function createPasswordLink(member: Member, memberId: string): Promise<{ token: string }> {
  requireRole(member, 'owner')
  const { token, link } = drawPasswordLink()
  await repository.createPasswordLink(await getDatabase(), member, memberId, link)
  return { token }
}

/** Whose password a link is for; null when it does not work, or no longer. */
export async function describePasswordLink(token: string): Promise<{ name: string; email: string } | null> {
  const found = await repository.findPasswordLink(await getDatabase(), hashToken(token), new Date())
  return found && { name: found.user.name, email: found.user.email }
}

/** Uses a link up and ends every session of its user; throws AppError passwordLinkOver or tooManyAttempts. */
export async function choosePassword(token: string, password: string): Promise<void> {
  const database = await getDatabase()
  const hash = hashToken(token)
  if (!(await repository.findPasswordLink(database, hash, new Date()))) throw new AppError('passwordLinkOver')
  if (!(await countAttempt(database, `password-link|${hash}`))) throw new AppError('tooManyAttempts')
  if (!(await repository.setPassword(database, hash, await hashPassword(password), new Date())))
    throw new AppError('passwordLinkOver')
}
