import 'server-only'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import type { Computed, ComputeInput } from './compute'
import { describeMembers, describingFeatures } from './describe-members'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { selectListed } from './queries-rules'
import { findLists } from './repository-rules'
import type { AudienceSettings } from './settings-schema'

/**
 * The customers whom a product is recommended to; `features` on the connection holds everybody with a purchase. Throws
 * AppError noPurchases, recommenderGone or audienceEmpty.
 */
export async function computeAudience(input: ComputeInput<AudienceSettings>): Promise<Computed> {
  const { connection, workspaceId, dataDir, batches, settings, report } = input
  const { recommenderId, productId, most, asOf, name } = settings
  const available = (await findAvailability(await getWarehouse(), dataDir, batches))?.available
  if (!available) throw new AppError('noPurchases')
  const lists = await findLists(await getDatabase(), workspaceId, recommenderId)
  if (!lists) throw new AppError('recommenderGone')
  const features = describingFeatures(available)
  const table = await loadFeatures(connection, dataDir, batches, features, asOf, 'data')
  report('scoring', 0, null)
  await selectListed(connection, warehousePath(dataDir, lists), productId, most)
  const members = await describeMembers(connection, table, features, name)
  if (members.size === 0) throw new AppError('audienceEmpty')
  return members.computed
}
