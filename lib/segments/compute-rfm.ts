import 'server-only'
import { suggestNames } from '@/lib/clustering/name'
import { prepareMatrix } from '@/lib/clustering/prepare'
import { profileSegments, type SegmentProfile } from '@/lib/clustering/profile'
import type { RfmMap } from '@/lib/rfm/rfm-map'
import { findBounds, placeCustomers, rfmAxes, sumCells } from '@/lib/rfm/scores'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import type { Computed, ComputeInput, NewSegment } from './compute'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { createRfmMemberships } from './queries-rfm'
import type { RfmSettings } from './settings-schema'

/** What segments are described by, as far as the data allows: the three scored figures first, then what they leave open. */
const described = [
  ...rfmAxes,
  'average_order_value',
  'tenure',
  'discount_share',
  'return_share',
  'distinct_categories',
]

/** The map's own names; a segment that the user made is called what it looks like where its own name is taken away. */
function nameSegments(map: RfmMap, features: readonly string[], profiles: readonly SegmentProfile[]) {
  const suggestions = suggestNames(
    profiles.map(({ size, features: profile }) => ({
      size,
      z: Object.fromEntries(profile.map(({ z }, i) => [features[i]!, z])),
    })),
  )
  return suggestions.map((suggestion, i) => {
    const { key, name } = map.segments[i]!
    return { name, suggestion: key ? { ...suggestion, name: key, trait: null } : suggestion }
  })
}

/**
 * Segments from recency, frequency and monetary scores by a map: one per segment of the map, in its order, some perhaps
 * without customers. Throws AppError noPurchases.
 */
export async function computeRfm(input: ComputeInput<RfmSettings>): Promise<Computed> {
  const { connection, dataDir, batches, settings, report } = input
  const { map, asOf } = settings
  const available = (await findAvailability(await getWarehouse(), dataDir, batches))?.available
  const features = described.filter((id) => available?.includes(id))
  const table = await loadFeatures(connection, dataDir, batches, features, asOf)
  if (table.customerIds.length === 0) throw new AppError('noPurchases')
  report('scoring', 0, null)
  const [recency, frequency, monetary] = table.values
  const columns = { recency: recency!, frequency: frequency!, monetary: monetary! }
  const bounds = findBounds(columns, map)
  const places = placeCustomers(columns, bounds, map)
  const labels = places.map((place) => map.cells[place]!)
  await createRfmMemberships(connection, map, bounds)
  const { data, records } = prepareMatrix(table.values)
  const k = map.segments.length
  const profiles = profileSegments({ raw: table.values, prepared: data, labels, k })
  const names = nameSegments(map, features, profiles)
  const sums = sumCells(labels, table.revenue, k)
  const segments = profiles.map(
    ({ size, features: profile }, i): NewSegment => ({
      size,
      revenue: sums[i]!.revenue,
      ...names[i]!,
      profile: {
        features: profile.map((one, j) => ({ id: features[j]!, ...one })),
        silhouette: null,
        centre: null,
      },
    }),
  )
  return {
    features,
    segments,
    silhouettes: null,
    result: {
      bounds: {
        recency: [...bounds.recency],
        frequency: [...bounds.frequency],
        monetary: [...bounds.monetary],
      },
      cells: sumCells(places, table.revenue, map.cells.length),
      withoutPurchase: table.withoutPurchase,
      features: records.map(({ limits, scaleMean, scaleSd, ...record }, i) => ({
        id: features[i]!,
        ...record,
      })),
    },
  }
}
