export interface Moments {
  /** values that are not NaN */
  count: number
  missing: number
  min: number
  max: number
  mean: number
  /** population standard deviation (divides by n) */
  sd: number
  /** population skewness m3 / m2^1.5; 0 for constant values */
  skewness: number
}

/**
 * Count, extremes, mean, standard deviation and skewness in one pass; NaN values are left out and
 * everything but the counts is NaN when none is left.
 * Source: the updating formulas of Welford and Terriberry (Pébay 2008).
 */
export function moments(values: Float64Array): Moments {
  let count = 0
  let mean = 0
  let m2 = 0
  let m3 = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) continue
    const before = count++
    const delta = value - mean
    const step = delta / count
    const product = delta * step * before
    mean += step
    m3 += product * step * (count - 2) - 3 * step * m2
    m2 += product
    if (value < min) min = value
    if (value > max) max = value
  }
  const missing = values.length - count
  if (count === 0) {
    const none = Number.NaN
    return { count, missing, min: none, max: none, mean: none, sd: none, skewness: none }
  }
  const constant = min === max
  return {
    count,
    missing,
    min,
    max,
    mean: constant ? min : mean,
    sd: constant ? 0 : Math.sqrt(m2 / count),
    skewness: constant || m2 === 0 ? 0 : (Math.sqrt(count) * m3) / m2 ** 1.5,
  }
}
