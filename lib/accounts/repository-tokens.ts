import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import type { TokenScope } from './token-schema'

export async function createToken(
  database: Database,
  { workspaceId, userId }: Member,
  token: { name: string; hash: string; hint: string; scopes: readonly TokenScope[] },
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { id } = await transaction.apiToken.create({
      data: { ...token, scopes: [...token.scopes], workspaceId, createdBy: userId },
    })
    await recordEvent(transaction, { workspaceId, actorId: userId, action: 'token.create', objectId: id })
  })
}

export function listTokens(database: Database, workspaceId: string) {
  return database.apiToken.findMany({
    where: { workspaceId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

/** Ends a token for good; throws AppError notFound. */
export async function revokeToken(
  database: Database,
  { workspaceId, userId }: Member,
  id: string,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { count } = await transaction.apiToken.updateMany({
      where: { id, workspaceId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw new AppError('notFound')
    await recordEvent(transaction, { workspaceId, actorId: userId, action: 'token.revoke', objectId: id })
  })
}
