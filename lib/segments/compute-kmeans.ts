import 'server-only'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import type { Computed, ComputeInput } from './compute'
import { keepNames } from './keep-names'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { appendMemberships } from './queries-write'
import { segmentCustomers } from './segment-customers'
import type { KmeansSettings } from './settings-schema'
import { findUnavailable } from './unavailable'

/** Segments by k-means on the chosen features; throws AppError noPurchases, featureUnavailable or tooFewCustomers. */
export async function computeKmeans(input: ComputeInput<KmeansSettings>): Promise<Computed> {
  const { connection, workspaceId, dataDir, batches, settings, report } = input
  const options = await findAvailability(await getWarehouse(), dataDir, batches)
  if (!options) throw new AppError('noPurchases')
  const unavailable = findUnavailable(settings.features, options)
  if (unavailable) throw new AppError('featureUnavailable', { feature: unavailable })
  const table = await loadFeatures(connection, dataDir, batches, settings.features, settings.asOf)
  const { memberships, ...segmented } = segmentCustomers(table, settings, report)
  await appendMemberships(connection, memberships)
  const { similarTo } = settings
  if (!similarTo) return segmented
  const k = segmented.segments.length
  const kept = await keepNames({ connection, dataDir, workspaceId, similarTo, k })
  return { ...segmented, segments: segmented.segments.map((segment, i) => ({ ...segment, ...kept[i] })) }
}
