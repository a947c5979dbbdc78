import { describeFeature, featureById } from '@/lib/features/catalogue'
import type { SegmentationOptions } from './schema'

/** The first of the features that is none, or that the data does not support; features of the brand's own data are looked for when they are computed. */
export function findUnavailable(
  features: readonly string[],
  { available }: Pick<SegmentationOptions, 'available'>,
): string | undefined {
  return features.find((id) => !describeFeature(id) || (featureById(id) && !available.includes(id)))
}
