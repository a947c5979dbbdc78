/** The values that are not NaN, ascending, in a new array. */
export function sortPresent(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value)).sort()
}

/**
 * Quantile of ascending values without NaN; NaN when there are none.
 * Definition: R type 7 (linear interpolation at (n − 1)·p). Throws RangeError unless 0 ≤ p ≤ 1.
 */
export function quantileSorted(sorted: Float64Array, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must lie in [0, 1], not ${probability}`)
  }
  if (sorted.length === 0) return Number.NaN
  const position = (sorted.length - 1) * probability
  const low = Math.floor(position)
  const lower = sorted[low]!
  const upper = sorted[Math.min(low + 1, sorted.length - 1)]!
  return lower === upper ? lower : lower + (upper - lower) * (position - low)
}

/** Quantiles (R type 7) at several probabilities with one sort. NaN values are left out. */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  const sorted = sortPresent(values)
  return probabilities.map((probability) => quantileSorted(sorted, probability))
}

/** Quantile (R type 7) of the values that are not NaN; NaN when there are none. */
export function quantile(values: Float64Array, probability: number): number {
  return quantileSorted(sortPresent(values), probability)
}

/** Median of the values that are not NaN; NaN when there are none. */
export function median(values: Float64Array): number {
  return quantile(values, 0.5)
}
