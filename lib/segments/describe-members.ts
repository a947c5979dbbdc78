import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { suggestNames } from '@/lib/clustering/name'
import { prepareMatrix } from '@/lib/clustering/prepare'
import { profileSegments } from '@/lib/clustering/profile'
import type { Computed } from './compute'
import type { FeatureTable } from './feature-table'
import { readMembers } from './queries-rules'

/** Every segment is described by these, as far as the data allows, whatever its rule asks about. */
const described = [
  'recency',
  'frequency',
  'monetary',
  'average_order_value',
  'tenure',
  'discount_share',
  'return_share',
  'distinct_categories',
]

export const describingFeatures = (available: readonly string[]) =>
  described.filter((id) => available.includes(id))

/**
 * The one segment of those in the table `memberships` beside everybody else, in the features' own preparation; `size` is
 * how many they are.
 */
export async function describeMembers(
  connection: DuckDBConnection,
  table: FeatureTable,
  features: string[],
  name: string,
): Promise<{ size: number; computed: Computed }> {
  const population = table.customerIds.length
  const labels = await readMembers(connection, population)
  const { data, records } = prepareMatrix(table.values)
  const [inside] = profileSegments({ raw: table.values, prepared: data, labels, k: 2 })
  const { size, features: profile } = inside!
  const z = Object.fromEntries(profile.map((one, i) => [features[i]!, one.z]))
  const [suggestion] = suggestNames([{ size, z }])
  const revenue = table.revenue.reduce((sum, value, i) => (labels[i] === 0 ? sum + value : sum), 0)
  const figures = profile.map((one, i) => ({ id: features[i]!, ...one }))
  const described = records.map(({ limits, scaleMean, scaleSd, ...record }, i) => ({
    id: features[i]!,
    ...record,
  }))
  return {
    size,
    computed: {
      features,
      segments: [
        {
          size,
          revenue,
          name,
          suggestion: suggestion!,
          profile: { features: figures, silhouette: null, centre: null },
        },
      ],
      silhouettes: null,
      result: { population, withoutPurchase: table.withoutPurchase, features: described },
    },
  }
}
