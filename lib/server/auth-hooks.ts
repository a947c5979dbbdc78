import 'server-only'
import { createHash } from 'node:crypto'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { clearAttempts, countAttempt } from './attempts'
import { recordEvent } from './audit'
import type { Database } from './database'

type Middleware = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const signInPath = '/sign-in/email'
const codePaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

/** The attempts of one account share this key; it is a digest because keys outlive the attempt. */
const signInKey = (email: string) => `sign-in|${createHash('sha256').update(email).digest('base64url')}`
const readEmail = (body: { email?: unknown } | undefined) =>
  String(body?.email ?? '')
    .trim()
    .toLowerCase()

/** Who is about to give a code: whose session it is, or whose password was right a moment ago. */
async function findCodeGiver(ctx: Middleware): Promise<string | undefined> {
  const session = await getSessionFromCtx(ctx)
  if (session) return session.user.id
  const { name } = ctx.context.createAuthCookie('two_factor')
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret)
  const found = challenge && (await ctx.context.internalAdapter.findVerificationValue(challenge))
  return found ? found.value : undefined
}

/** Notes what happened to a user's session in the log of the workspace that the user works in, if there is one. */
async function recordSession(
  database: Database,
  userId: string,
  action: 'session.start' | 'session.refused' | 'session.end',
  step?: 'password' | 'code',
): Promise<void> {
  const member = await database.member.findFirst({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { workspaceId: true },
  })
  if (!member) return
  const outcome = action === 'session.refused' ? 'refused' : 'completed'
  const details = step ? { details: { step } } : {}
  await recordEvent(database, { ...member, actorId: userId, action, objectId: userId, outcome, ...details })
}

async function checkCodeRequest(database: Database, ctx: Middleware): Promise<void> {
  // The library would also remember a device, or check a code without opening a session.
  if (Object.keys(ctx.body ?? {}).some((key) => key !== 'code')) throw new APIError('BAD_REQUEST')
  const userId = await findCodeGiver(ctx)
  if (userId && !(await countAttempt(database, `two-factor|${userId}`)))
    throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS' })
}

async function afterSignIn(database: Database, ctx: Middleware): Promise<void> {
  const { newSession, returned } = ctx.context
  const email = readEmail(ctx.body)
  if (newSession) {
    await clearAttempts(database, signInKey(email))
    // Where a code is needed the library takes this session back; the code opens another.
    if (!newSession.user.twoFactorEnabled) await recordSession(database, newSession.user.id, 'session.start')
    return
  }
  if (!isAPIError(returned) || returned.statusCode !== 401) return
  const user = await database.user.findUnique({ where: { email }, select: { id: true } })
  if (user) await recordSession(database, user.id, 'session.refused', 'password')
}

async function afterCode(database: Database, ctx: Middleware): Promise<void> {
  const { newSession, returned, session } = ctx.context
  if (newSession) await clearAttempts(database, `two-factor|${newSession.user.id}`)
  if (session) return
  if (newSession) return recordSession(database, newSession.user.id, 'session.start')
  if (!isAPIError(returned) || returned.statusCode !== 401) return
  const userId = await findCodeGiver(ctx)
  if (userId) await recordSession(database, userId, 'session.refused', 'code')
}

/** What goes on around sign-in: guessing is limited by account, and the audit log learns of it. */
export function createAuthHooks(database: Database) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      if (codePaths.has(ctx.path)) return checkCodeRequest(database, ctx)
      if (ctx.path === '/sign-out') {
        const session = await getSessionFromCtx(ctx)
        if (session) await recordSession(database, session.user.id, 'session.end')
      }
      if (ctx.path === signInPath && !(await countAttempt(database, signInKey(readEmail(ctx.body)))))
        throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS' })
    }),
    after: createAuthMiddleware(async (ctx) => {
      if (ctx.path === signInPath) await afterSignIn(database, ctx)
      if (codePaths.has(ctx.path)) await afterCode(database, ctx)
    }),
  }
}
