import 'server-only'
import { requireToken } from '@/lib/server/api-token'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { readModel } from './model-file'
import { readList } from './queries'
import { findLatest } from './repository'
import { requireFinished } from './service'

export type CustomerList = {
  customerId: string
  recommender: { id: string; name: string; asOf: string }
  items: { rank: number; productId: string; title: string | null; score: number; strategy: string }[]
}

/**
 * The stored list of one customer, for a program with a token; without `recommenderId` by the latest finished recommender.
 * Throws AppError notSignedIn or notFound (no such recommender, or a customer it does not know).
 */
export async function getCustomerList(
  request: Request,
  customerId: string,
  recommenderId: string | null,
): Promise<CustomerList> {
  const database = await getDatabase()
  const { workspaceId } = await requireToken(database, request, 'recommendations:read')
  const id = recommenderId ?? (await findLatest(database, workspaceId))
  if (!id) throw new AppError('notFound')
  const { stored, settings, lists, model } = await requireFinished(workspaceId, id)
  const rows = await readList(await getWarehouse(), lists, customerId)
  if (rows.length === 0) throw new AppError('notFound')
  const { products, numberOf } = await readModel(model)
  return {
    customerId,
    recommender: { id, name: stored.name, asOf: settings.asOf },
    items: rows.map(({ productId, score, strategy }, index) => ({
      rank: index + 1,
      productId,
      title: products[numberOf.get(productId) ?? -1]?.title ?? null,
      score,
      strategy,
    })),
  }
}
