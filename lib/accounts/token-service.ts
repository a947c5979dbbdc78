import 'server-only'
import { type Member, requireRole } from '@/lib/server/access'
import { drawToken } from '@/lib/server/api-token'
import { getDatabase } from '@/lib/server/database'
import * as repository from './repository-tokens'
import { type TokenView, tokenScopes } from './token-schema'

/** A new token; this is the only time it can be read. Owners only. */
export async function createToken(member: Member, name: string): Promise<{ token: string }> {
  requireRole(member, 'owner')
  const { token, hash, hint } = drawToken()
  await repository.createToken(await getDatabase(), member, { name, hash, hint, scopes: tokenScopes })
  return { token }
}

/** The workspace's valid tokens, newest first. Owners only. */
export async function listTokens(member: Member): Promise<TokenView[]> {
  requireRole(member, 'owner')
  const tokens = await repository.listTokens(await getDatabase(), member.workspaceId)
  return tokens.map(({ id, name, hint, scopes, createdAt, lastUsedAt }) => ({
    id,
    name,
    hint,
    scopes: tokenScopes.filter((scope) => (scopes as string[]).includes(scope)),
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}

/** Ends a token for good; throws AppError forbidden or notFound. */
export async function revokeToken(member: Member, id: string): Promise<void> {
  requireRole(member, 'owner')
  await repository.revokeToken(await getDatabase(), member, id)
}
