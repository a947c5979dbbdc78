import 'server-only'
import { suggestNames } from '@/lib/clustering/name'
import { prepareMatrix } from '@/lib/clustering/prepare'
import { profileSegments } from '@/lib/clustering/profile'
import { describeFeature, featureById } from '@/lib/features/catalogue'
import { parseFeatureId } from '@/lib/features/feature-id'
import { printFeatureName } from '@/lib/rules/print-rule'
import { listNames } from '@/lib/rules/walk'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import type { Computed, ComputeInput } from './compute'
import type { FeatureTable } from './feature-table'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { readMembers, selectByRule } from './queries-rules'
import { locateSegments } from './rule-segments'
import type { RuleSettings } from './settings-schema'

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

const gone = (id: string) => new AppError('ruleFeatureGone', { feature: printFeatureName(id) })

/** A number or share of the brand's own is gone when the data hold nothing of it: no value, or no spend at all. */
function requireOwnValues(ids: readonly string[], { values }: FeatureTable): void {
  const missing = ids.find((id, i) => {
    const kind = parseFeatureId(id)?.kind
    return (
      kind !== 'catalogue' &&
      values[i]!.every((value) => Number.isNaN(value) || (kind === 'share' && value === 0))
    )
  })
  if (missing) throw gone(missing)
}

/** The one segment beside everybody else, in the features' own preparation. */
function describeMembers(table: FeatureTable, features: readonly string[], labels: Int32Array, name: string) {
  const { data, records } = prepareMatrix(table.values)
  const [inside] = profileSegments({ raw: table.values, prepared: data, labels, k: 2 })
  const { size, features: profile } = inside!
  const z = Object.fromEntries(profile.map((one, i) => [features[i]!, one.z]))
  const [suggestion] = suggestNames([{ size, z }])
  const revenue = table.revenue.reduce((sum, value, i) => (labels[i] === 0 ? sum + value : sum), 0)
  return {
    segment: {
      size,
      revenue,
      name,
      suggestion: suggestion!,
      profile: {
        features: profile.map((one, i) => ({ id: features[i]!, ...one })),
        silhouette: null,
        centre: null,
      },
    },
    features: records.map(({ limits, scaleMean, scaleSd, ...record }, i) => ({
      id: features[i]!,
      ...record,
    })),
  }
}

/**
 * Those who meet a rule as of a day, by the data as they stand; `features` on the connection holds everybody. A rule that
 * nobody meets makes no segment: people, charts and exports of nobody say nothing. Throws AppError noPurchases,
 * ruleFeatureGone, ruleFieldGone, ruleSegmentGone or ruleEmpty.
 */
export async function computeRule(input: ComputeInput<RuleSettings>): Promise<Computed> {
  const { connection, workspaceId, dataDir, batches, settings, report } = input
  const { rule, asOf, name } = settings
  const names = listNames(rule)
  const available = (await findAvailability(await getWarehouse(), dataDir, batches))?.available
  if (!available) throw new AppError('noPurchases')
  const unavailable = names.features.find((id) =>
    featureById(id) ? !available.includes(id) : !describeFeature(id),
  )
  if (unavailable) throw gone(unavailable)
  const place = { database: await getDatabase(), workspaceId, dataDir }
  const segments = await locateSegments(place, names.segmentIds)
  const features = [...new Set([...described.filter((id) => available.includes(id)), ...names.features])]
  const table = await loadFeatures(connection, dataDir, batches, features, asOf, 'data')
  const population = table.customerIds.length
  if (population === 0) throw new AppError('noPurchases')
  requireOwnValues(features, table)
  report('scoring', 0, null)
  await selectByRule(connection, { dataDir, batches }, rule, segments)
  const labels = await readMembers(connection, population)
  const members = describeMembers(table, features, labels, name)
  if (members.segment.size === 0) throw new AppError('ruleEmpty', { date: asOf })
  return {
    features,
    segments: [members.segment],
    silhouettes: null,
    result: { population, withoutPurchase: table.withoutPurchase, features: members.features },
  }
}
