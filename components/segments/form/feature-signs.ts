import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'

export type FeatureSign =
  | { kind: 'gaps'; tone: 'warning' | 'neutral'; share: number }
  | { kind: 'mostly'; tone: 'neutral'; value: number }
  | { kind: 'same' | 'high' | 'low' | 'far'; tone: 'warning' | 'neutral' }

/** share of customers without a value from which it is worth saying, and from which it is a warning */
const someGaps = 0.01
const manyGaps = 0.3
const skewed = 1

/**
 * What is worth knowing of a feature that has values before it is used: gaps, no differences at all, half or more of
 * the customers at the lowest value, and a few values far above, below or beyond the rest (skewness beyond ±1, or
 * values beyond median ± 5 interquartile ranges).
 */
export function findSigns(figures: SnapshotFeature, customers: number): FeatureSign[] {
  const share = customers > 0 ? figures.missing / customers : 0
  if (share >= 1) return []
  const signs: FeatureSign[] = []
  if (share >= someGaps) signs.push({ kind: 'gaps', tone: share >= manyGaps ? 'warning' : 'neutral', share })
  if (figures.sd === 0) signs.push({ kind: 'same', tone: 'warning' })
  else if (figures.skewness > skewed && figures.median === figures.min)
    signs.push({ kind: 'mostly', tone: 'neutral', value: figures.min })
  else if (figures.skewness > skewed) signs.push({ kind: 'high', tone: 'neutral' })
  else if (figures.skewness < -skewed) signs.push({ kind: 'low', tone: 'neutral' })
  else if (figures.outliers > 0) signs.push({ kind: 'far', tone: 'neutral' })
  return signs
}
