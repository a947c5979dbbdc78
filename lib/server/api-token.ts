import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@/lib/shared/errors'
import type { Database } from './database'

const prefix = 'personae_'
const hintLength = prefix.length + 4
/** How exact "last used" is: more would write with every request. */
const usedMilliseconds = 60_000

/** 256 random bits need no slow hash: there is nothing to guess. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** A new token, what is stored of it, and its first characters. */
export function drawToken(): { token: string; hash: string; hint: string } {
  const token = prefix + randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token), hint: token.slice(0, hintLength) }
}

/** The workspace a request's bearer token speaks for; throws AppError notSignedIn without a valid one of that scope. */
export async function requireToken(
  database: Database,
  { headers }: Request,
  scope: string,
  now = Date.now(),
): Promise<{ workspaceId: string }> {
  const token = /^Bearer (\S{1,200})$/.exec(headers.get('authorization') ?? '')?.[1]
  const found = token && (await database.apiToken.findUnique({ where: { hash: hashToken(token) } }))
  if (!found || found.revokedAt || !(found.scopes as string[]).includes(scope))
    throw new AppError('notSignedIn')
  const { id, workspaceId, lastUsedAt } = found
  if (!lastUsedAt || now - lastUsedAt.getTime() > usedMilliseconds) {
    await database.apiToken.update({ where: { id }, data: { lastUsedAt: new Date(now) } })
  }
  return { workspaceId }
}
