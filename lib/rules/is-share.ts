import { describeFeature } from '@/lib/features/catalogue'
import { parseFeatureId } from '@/lib/features/feature-id'

/** Whether a feature's values are written as percent; the 1 and 0 of levels are not. */
export function isShare(feature: string): boolean {
  return describeFeature(feature)?.unit === 'share' && parseFeatureId(feature)?.kind !== 'level'
}
