import 'server-only'
import { findSession, type Member, requireRole } from '@/lib/server/access'
import { drawToken, hashToken } from '@/lib/server/api-token'
import { countAttempt } from '@/lib/server/attempts'
import { getAuth } from '@/lib/server/auth'
import { type Database, getDatabase } from '@/lib/server/database'
import { hashPassword } from '@/lib/server/passwords'
import { AppError } from '@/lib/shared/errors'
import type { Role } from '@/lib/shared/roles'
import {
  type Acceptance,
  type InvitationState,
  type InvitationView,
  type InviteRequest,
  invitationDays,
} from './people-schema'
import * as repository from './repository-invitations'

const dayMilliseconds = 86_400_000

/** A new link, as its token; this is the only time it can be read. Owners only. */
export async function invite(member: Member, { label, role }: InviteRequest): Promise<{ token: string }> {
  requireRole(member, 'owner')
  const { token, hash } = drawToken()
  const expiresAt = new Date(Date.now() + invitationDays * dayMilliseconds)
  await repository.createInvitation(await getDatabase(), member, { label, role, hash, expiresAt })
  return { token }
}

/** The links that can still be used, newest first. Owners only. */
export async function listInvitations(member: Member): Promise<InvitationView[]> {
  requireRole(member, 'owner')
  const found = await repository.listInvitations(await getDatabase(), member.workspaceId, new Date())
  return found.map(({ createdAt, expiresAt, ...invitation }) => ({
    ...invitation,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}

/** Ends a link for good; throws AppError forbidden or notFound. */
export async function revokeInvitation(member: Member, id: string): Promise<void> {
  requireRole(member, 'owner')
  await repository.revokeInvitation(await getDatabase(), member, id)
}

type Found = Awaited<ReturnType<typeof repository.findInvitation>>

function judge(found: Found, now: Date): InvitationState {
  if (!found) return 'unknown'
  if (found.acceptedAt) return 'used'
  if (found.revokedAt) return 'revoked'
  return found.expiresAt > now ? 'open' : 'expired'
}

const refusals = {
  unknown: 'invitationUnknown',
  used: 'invitationUsed',
  revoked: 'invitationRevoked',
  expired: 'invitationExpired',
} as const

/** What the holder of a link is shown: where it leads, or why it does not. */
export async function describeInvitation(
  token: string,
): Promise<{ state: 'open'; brand: string; role: Role } | { state: Exclude<InvitationState, 'open'> }> {
  const found = await repository.findInvitation(await getDatabase(), hashToken(token))
  const state = judge(found, new Date())
  return found && state === 'open'
    ? { state, brand: found.workspace.name, role: found.role }
    : { state: state as Exclude<InvitationState, 'open'> }
}

/**
 * Uses the link of `token` up for a person, who becomes a member. Throws AppError invitationUnknown, invitationUsed,
 * invitationRevoked, invitationExpired, tooManyAttempts, emailTaken or alreadyMember.
 */
export async function redeemInvitation(
  database: Database,
  token: string,
  readPerson: () => Promise<repository.NewPerson | { userId: string }>,
): Promise<void> {
  const hash = hashToken(token)
  const found = await repository.findInvitation(database, hash)
  const state = judge(found, new Date())
  if (!found || state !== 'open') throw new AppError(refusals[state === 'open' ? 'unknown' : state])
  if (!(await countAttempt(database, `invitation|${found.id}`))) throw new AppError('tooManyAttempts')
  if (await repository.acceptInvitation(database, found, await readPerson(), new Date())) return
  const after = judge(await repository.findInvitation(database, hash), new Date())
  throw new AppError(refusals[after === 'open' ? 'unknown' : after])
}

/** Makes the account of an invited person and signs it in; `headers` are the request's. */
export async function acceptInvitation(
  { token, name, email, password }: Acceptance,
  headers: Headers,
): Promise<void> {
  await redeemInvitation(await getDatabase(), token, async () => ({
    name,
    email,
    passwordHash: await hashPassword(password),
  }))
  const auth = await getAuth(headers)
  await auth.api.signInEmail({ body: { email, password }, headers })
}

/** Makes the signed-in user a member of the link's workspace. */
export async function joinWorkspace(token: string): Promise<void> {
  const session = await findSession()
  if (!session) throw new AppError('notSignedIn')
  await redeemInvitation(await getDatabase(), token, async () => ({ userId: session.user.id }))
}
