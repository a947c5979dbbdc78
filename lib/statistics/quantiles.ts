import { selectRanks } from './select'

/** The values that are not NaN, in their order, in a new array. */
function keepPresent(values: Float64Array): Float64Array {
  const present = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isNaN(value)) present[count++] = value
  }
  return present.subarray(0, count)
}

/** The values that are not NaN, ascending, in a new array. */
export function sortPresent(values: Float64Array): Float64Array {
  return keepPresent(values).sort()
}

function requireProbability(probability: number): void {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must lie in [0, 1], not ${probability}`)
  }
}

/**
 * Quantile of ascending values without NaN; NaN when there are none.
 * Definition: R type 7 (linear interpolation at (n − 1)·p). Throws RangeError unless 0 ≤ p ≤ 1.
 */
export function quantileSorted(sorted: Float64Array, probability: number): number {
  requireProbability(probability)
  if (sorted.length === 0) return Number.NaN
  const position = (sorted.length - 1) * probability
  const low = Math.floor(position)
  const lower = sorted[low]!
  const upper = sorted[Math.min(low + 1, sorted.length - 1)]!
  return lower === upper ? lower : lower + (upper - lower) * (position - low)
}

/**
 * Quantiles (R type 7) of values without NaN at several probabilities, exact and in linear time; reorders `values`. NaN
 * when there are none. Throws RangeError unless every probability lies in [0, 1].
 */
export function quantilesInPlace(values: Float64Array, probabilities: readonly number[]): number[] {
  probabilities.forEach(requireProbability)
  const last = values.length - 1
  const ranks = new Set<number>()
  for (const probability of probabilities) {
    const low = Math.floor(last * probability)
    ranks.add(low).add(Math.min(low + 1, last))
  }
  selectRanks(
    values,
    [...ranks].sort((a, b) => a - b),
  )
  return probabilities.map((probability) => quantileSorted(values, probability))
}

/** Quantiles (R type 7) at several probabilities. NaN values are left out. */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  return quantilesInPlace(keepPresent(values), probabilities)
}

/** Quantile (R type 7) of the values that are not NaN; NaN when there are none. */
export function quantile(values: Float64Array, probability: number): number {
  return quantiles(values, [probability])[0]!
}

/** Median of the values that are not NaN; NaN when there are none. */
export function median(values: Float64Array): number {
  return quantile(values, 0.5)
}
