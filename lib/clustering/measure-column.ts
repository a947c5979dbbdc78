import { type Moments, moments } from '@/lib/statistics/moments'
import { quantilesInPlace } from '@/lib/statistics/quantiles'

/** Of a column's finite values; everything but `count` and `missing` is 0 when there are none. */
export interface ColumnFigures extends Moments {
  /** quantiles (R type 7) */
  p1: number
  q1: number
  median: number
  q3: number
  p99: number
  /** values beyond median ± 5 × the interquartile range; 0 where that range is 0 */
  outliers: number
}

const FAR = 5
const PROBABILITIES = [0.01, 0.25, 0.5, 0.75, 0.99]

function keepFinite(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value - value === 0) kept[count++] = value
  }
  return kept.subarray(0, count)
}

function countOutside(values: Float64Array, low: number, high: number): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (values[i]! < low || values[i]! > high) count++
  return count
}

/** What a raw column is like; anything not finite counts as missing. Linear time, exact quantiles. */
export function measureColumn(raw: Float64Array): ColumnFigures {
  const finite = keepFinite(raw)
  const missing = raw.length - finite.length
  if (finite.length === 0) {
    const nothing = { min: 0, max: 0, mean: 0, sd: 0, skewness: 0, p1: 0, q1: 0, median: 0, q3: 0, p99: 0 }
    return { count: 0, missing, ...nothing, outliers: 0 }
  }
  const measured = moments(finite)
  const [p1 = 0, q1 = 0, median = 0, q3 = 0, p99 = 0] = quantilesInPlace(finite, PROBABILITIES)
  const reach = FAR * (q3 - q1)
  const outliers = reach > 0 ? countOutside(finite, median - reach, median + reach) : 0
  return { ...measured, missing, p1, q1, median, q3, p99, outliers }
}
