import type { CellScores } from './rfm-map'
import type { SegmentKey } from './segment-keys'

/** First and last score, from 1. */
export type ScoreRange = readonly [number, number]
/** An axis that is left out may have any score. */
export type MapRule = { segment: SegmentKey; r?: ScoreRange; f?: ScoreRange; m?: ScoreRange }

/** R×F with scores 1 to 5, ten segments. */
export const tenRules: readonly MapRule[] = [
  { segment: 'rfmChampions', r: [5, 5], f: [4, 5] },
  { segment: 'loyal', r: [3, 4], f: [4, 5] },
  { segment: 'potentialLoyalists', r: [4, 5], f: [2, 3] },
  { segment: 'newCustomers', r: [5, 5], f: [1, 1] },
  { segment: 'promising', r: [4, 4], f: [1, 1] },
  { segment: 'needAttention', r: [3, 3], f: [3, 3] },
  { segment: 'aboutToSleep', r: [3, 3], f: [1, 2] },
  { segment: 'rfmAtRisk', r: [1, 2], f: [3, 4] },
  { segment: 'rfmCantLose', r: [1, 2], f: [5, 5] },
  { segment: 'hibernating', r: [1, 2], f: [1, 2] },
]

/**
 * Braze's ten groups, where the first match wins; published with scores 0 to 3, here 1 to 4. The last rule closes the one
 * hole of the published table (R0, F3, M0).
 */
export const brazeRules: readonly MapRule[] = [
  { segment: 'rfmChampions', r: [4, 4], f: [3, 4], m: [3, 4] },
  { segment: 'loyal', r: [3, 4], f: [3, 4], m: [2, 4] },
  { segment: 'potentialLoyalists', r: [4, 4], f: [2, 4], m: [2, 4] },
  { segment: 'promising', r: [4, 4], m: [2, 4] },
  { segment: 'brazeNew', r: [4, 4] },
  { segment: 'brazeNeedAttention', r: [3, 4] },
  { segment: 'rfmCantLose', r: [1, 2], f: [3, 4], m: [3, 4] },
  { segment: 'rfmAtRisk', r: [1, 2], f: [2, 4], m: [2, 4] },
  { segment: 'aboutToSleep', r: [2, 2] },
  { segment: 'hibernating', r: [1, 1], f: [1, 3] },
  { segment: 'rfmCantLose', r: [1, 1], f: [4, 4], m: [1, 1] },
]

const low: ScoreRange = [1, 1]
const high: ScoreRange = [2, 2]

/** Each of recency, frequency and monetary high or low against its mean: eight classes. */
export const chinaRules: readonly MapRule[] = [
  { segment: 'chinaHighHighHigh', r: high, f: high, m: high },
  { segment: 'chinaHighLowHigh', r: high, f: low, m: high },
  { segment: 'chinaLowHighHigh', r: low, f: high, m: high },
  { segment: 'chinaLowLowHigh', r: low, f: low, m: high },
  { segment: 'chinaHighHighLow', r: high, f: high, m: low },
  { segment: 'chinaHighLowLow', r: high, f: low, m: low },
  { segment: 'chinaLowHighLow', r: low, f: high, m: low },
  { segment: 'chinaLowLowLow', r: low, f: low, m: low },
]

const within = (score: number | null, range: ScoreRange | undefined) =>
  score === null || !range || (score >= range[0] && score <= range[1])

export function matchesRule({ r, f, m }: MapRule, cell: CellScores): boolean {
  return within(cell.r, r) && within(cell.f, f) && within(cell.m, m)
}
