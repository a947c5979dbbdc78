import 'server-only'
import { describeFeature, featureById } from '@/lib/features/catalogue'
import { parseFeatureId } from '@/lib/features/feature-id'
import { printFeatureName } from '@/lib/rules/print-rule'
import { listNames } from '@/lib/rules/walk'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import type { Computed, ComputeInput } from './compute'
import { describeMembers, describingFeatures } from './describe-members'
import type { FeatureTable } from './feature-table'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { selectByRule } from './queries-rules'
import { locateSegments } from './rule-segments'
import type { RuleSettings } from './settings-schema'

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
  const features = [...new Set([...describingFeatures(available), ...names.features])]
  const table = await loadFeatures(connection, dataDir, batches, features, asOf, 'data')
  if (table.customerIds.length === 0) throw new AppError('noPurchases')
  requireOwnValues(features, table)
  report('scoring', 0, null)
  await selectByRule(connection, { dataDir, batches }, rule, segments)
  const members = await describeMembers(connection, table, features, name)
  if (members.size === 0) throw new AppError('ruleEmpty', { date: asOf })
  return members.computed
}
