import { quantiles } from '@/lib/statistics/quantiles'
import { createRandom } from '@/lib/statistics/random'

export interface Interval {
  mean: number
  low: number
  high: number
}

const draws = 1000

/**
 * Mean of per-user values with its 95 % interval by the percentile bootstrap over users (Efron 1979), 1,000 seeded draws.
 * All 0 without values.
 */
export function bootstrapMean(values: Float64Array, seed = 1): Interval {
  if (values.length === 0) return { mean: 0, low: 0, high: 0 }
  const random = createRandom(seed)
  const means = Float64Array.from({ length: draws }, () => {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)]!
    return sum / values.length
  })
  const [low, high] = quantiles(means, [0.025, 0.975])
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, low: low!, high: high! }
}

/** The same of the difference a − b of two strategies judged on the same users, in their order. */
export function bootstrapDifference(a: Float64Array, b: Float64Array, seed = 1): Interval {
  if (a.length !== b.length) throw new RangeError(`there are ${a.length} and ${b.length} users`)
  return bootstrapMean(
    a.map((value, i) => value - b[i]!),
    seed,
  )
}
