import { moments } from '@/lib/statistics/moments'
import { quantileSorted, sortPresent } from '@/lib/statistics/quantiles'

/** log = sign(x)·log1p|x|; winsorise = values beyond the 1st and 99th percentile become those. */
export type Transform = 'none' | 'log' | 'winsorise'

export interface PreparedColumn {
  transform: Transform
  /** rows without a finite value */
  missing: number
  /** raw value that stands in for them: the median */
  fill: number
  /** of the raw values that are there; 0 when there are none */
  mean: number
  median: number
  sd: number
  /** raw limits of a winsorised column */
  limits: [number, number] | null
  /** prepared = (transformed − scaleMean) / scaleSd; scaleSd is 0 for a constant column, prepared as 0 */
  scaleMean: number
  scaleSd: number
}

export interface PreparedMatrix {
  /** rows × columns, row-major */
  data: Float64Array
  rows: number
  columns: number
  records: PreparedColumn[]
}

const TAIL = 0.01
const LOG_SKEWNESS = 1
const FAR = 5

function keepFinite(values: Float64Array): Float64Array {
  return values.filter(Number.isFinite)
}

/**
 * The transform that suits a column, by its finite values:
 * * log when skewness > 1, nothing is negative and something is above 1 (log1p hardly bends shares in 0 … 1);
 * * else winsorise when a value lies beyond median ± 5 × the interquartile range, that range being above 0;
 * * else none.
 */
export function chooseTransform(values: Float64Array): Transform {
  const sorted = sortPresent(keepFinite(values))
  if (sorted.length === 0) return 'none'
  const { min, max, skewness } = moments(sorted)
  if (skewness > LOG_SKEWNESS && min >= 0 && max > 1) return 'log'
  const middle = quantileSorted(sorted, 0.5)
  const range = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25)
  const far = range > 0 && (max > middle + FAR * range || min < middle - FAR * range)
  return far ? 'winsorise' : 'none'
}

function transformValue(value: number, transform: Transform, limits: [number, number] | null): number {
  if (transform === 'log') return Math.sign(value) * Math.log1p(Math.abs(value))
  return limits ? Math.min(limits[1], Math.max(limits[0], value)) : value
}

/** A column with its gaps filled, transformed and z-scaled, and what was done to it. */
function prepareColumn(
  raw: Float64Array,
  wished: Transform | undefined,
): { scaled: Float64Array; record: PreparedColumn } {
  const present = sortPresent(keepFinite(raw))
  const transform = wished ?? chooseTransform(present)
  const known = present.length > 0
  const median = known ? quantileSorted(present, 0.5) : 0
  const { mean, sd } = known ? moments(present) : { mean: 0, sd: 0 }
  const limits: [number, number] | null =
    transform === 'winsorise' && known
      ? [quantileSorted(present, TAIL), quantileSorted(present, 1 - TAIL)]
      : null
  const filled = raw.map((value) => (Number.isFinite(value) ? value : median))
  const scaled = filled.map((value) => transformValue(value, transform, limits))
  const { mean: scaleMean, sd: spread } = moments(scaled)
  // below that, the spread is rounding or its square underflows
  const scaleSd = spread > Math.max(1e-100, 1e-9 * Math.abs(scaleMean)) ? spread : 0
  for (let row = 0; row < scaled.length; row++) {
    scaled[row] = scaleSd > 0 ? (scaled[row]! - scaleMean) / scaleSd : 0
  }
  const missing = raw.length - present.length
  return {
    scaled,
    record: { transform, missing, fill: median, mean, median, sd, limits, scaleMean, scaleSd },
  }
}

/**
 * Makes raw columns (all of one length ≥ 1) ready for distances: gaps (anything not finite) get the median, then each
 * column's transform, then a z-scale with the population standard deviation, so that a column has mean 0 and
 * standard deviation 1, or only zeros when it is constant. A transform not given is chosen by `chooseTransform`.
 * Throws RangeError on no columns, no rows or unequal lengths.
 */
export function prepareMatrix(
  raw: readonly Float64Array[],
  transforms: readonly (Transform | undefined)[] = [],
): PreparedMatrix {
  const columns = raw.length
  const rows = raw[0]?.length ?? 0
  if (rows === 0) throw new RangeError('there must be at least one column and one row')
  const uneven = raw.findIndex((column) => column.length !== rows)
  if (uneven >= 0) throw new RangeError(`column ${uneven} has ${raw[uneven]!.length} rows, not ${rows}`)
  const data = new Float64Array(rows * columns)
  const records = raw.map((column, c) => {
    const { scaled, record } = prepareColumn(column, transforms[c])
    for (let row = 0; row < rows; row++) data[row * columns + c] = scaled[row]!
    return record
  })
  return { data, rows, columns, records }
}
