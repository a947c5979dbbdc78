import type { Distribution } from '@/lib/segments/schema'
import type { Reading } from './reading'

type Quantiles = Pick<Distribution['segments'][number], 'p25' | 'median' | 'p75'>
export type DistributionRow = Quantiles & { segment: string }

/** The segments with the highest and lowest median of a feature, and whether their middle halves overlap. */
export function readDistribution(
  feature: string,
  rows: readonly DistributionRow[],
  format: (value: number) => string,
): Reading {
  const known = rows.flatMap(({ segment, p25, median, p75 }) =>
    p25 === null || median === null || p75 === null ? [] : [{ segment, p25, median, p75 }],
  )
  const first = known[0]
  if (!first) return { key: 'distribution.none', values: { feature } }
  const high = known.reduce((a, b) => (b.median > a.median ? b : a))
  const low = known.reduce((a, b) => (b.median < a.median ? b : a))
  if (known.length === 1)
    return { key: 'distribution.single', values: { feature, value: format(first.median) } }
  if (high.median === low.median)
    return { key: 'distribution.same', values: { feature, value: format(high.median) } }
  const values = {
    feature,
    high: high.segment,
    highValue: format(high.median),
    low: low.segment,
    lowValue: format(low.median),
  }
  return { key: high.p25 > low.p75 ? 'distribution.apart' : 'distribution.overlap', values }
}
