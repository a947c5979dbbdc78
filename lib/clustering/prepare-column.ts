import { moments } from '@/lib/statistics/moments'
import { quantilesInPlace } from '@/lib/statistics/quantiles'
import type { ColumnFigures } from './measure-column'

/** log = sign(x)·log1p|x|; winsorise = values beyond the 1st and 99th percentile become those. */
export type Transform = 'none' | 'log' | 'winsorise'
/** z = by mean and standard deviation; robust = by median and interquartile range ÷ 1.349 (as wide on a bell curve) */
export type Scale = 'z' | 'robust'
/** what stands in for a missing value */
export type Imputation = 'median' | 'mean' | 'zero'

/** How a column is to be prepared; what is not given is chosen. */
export interface Preparation {
  transform?: Transform | undefined
  scale?: Scale | undefined
  impute?: Imputation | undefined
  weight?: number | undefined
}

/** All that it takes to prepare other values of the column in the same way. */
export interface PreparedColumn {
  transform: Transform
  scale: Scale
  impute: Imputation
  weight: number
  /** rows without a finite value */
  missing: number
  /** raw value that stands in for them */
  fill: number
  /** of the raw values that are there; 0 when there are none */
  mean: number
  median: number
  sd: number
  /** raw limits of a winsorised column */
  limits: [number, number] | null
  /**
   * prepared = (transformed − scaleMean) ÷ scaleSd × weight; scaleSd is 0 for a constant column, prepared as 0. A robust
   * scale has the median and the interquartile range ÷ 1.349 here.
   */
  scaleMean: number
  scaleSd: number
}

const LOG_SKEWNESS = 1
/** interquartile range of a normal distribution in standard deviations */
const NORMAL_RANGE = 1.349

/**
 * The transform that suits a column:
 * * log when skewness > 1, nothing is negative and something is above 1 (log1p hardly bends shares in 0 … 1);
 * * else winsorise when a value lies beyond median ± 5 × the interquartile range, that range being above 0;
 * * else none.
 */
export function chooseTransform({ count, min, max, skewness, outliers }: ColumnFigures): Transform {
  if (count === 0) return 'none'
  if (skewness > LOG_SKEWNESS && min >= 0 && max > 1) return 'log'
  return outliers > 0 ? 'winsorise' : 'none'
}

/** Fills and transforms `raw` into `target` from `start`, every `step`-th place. */
function transformInto(
  target: Float64Array,
  start: number,
  step: number,
  raw: Float64Array,
  { transform, fill, limits }: Pick<PreparedColumn, 'transform' | 'fill' | 'limits'>,
): void {
  const low = limits ? limits[0] : Number.NEGATIVE_INFINITY
  const high = limits ? limits[1] : Number.POSITIVE_INFINITY
  const isLog = transform === 'log'
  for (let row = 0, p = start; row < raw.length; row++, p += step) {
    let value = raw[row]!
    if (value - value !== 0) value = fill
    if (isLog) value = value < 0 ? -Math.log1p(-value) : Math.log1p(value)
    else if (value < low) value = low
    else if (value > high) value = high
    target[p] = value
  }
}

type Scaling = Pick<PreparedColumn, 'scale' | 'scaleMean' | 'scaleSd'>

/** Centre and spread of transformed values; reorders them for a robust scale. */
function measureScale(values: Float64Array, scale: Scale): Scaling {
  const { mean, sd } = moments(values)
  if (scale === 'robust') {
    const [q1 = 0, middle = 0, q3 = 0] = quantilesInPlace(values, [0.25, 0.5, 0.75])
    if (q3 > q1) return { scale, scaleMean: middle, scaleSd: (q3 - q1) / NORMAL_RANGE }
  }
  // below that, the spread is rounding or its square underflows
  const isSpread = sd > Math.max(1e-100, 1e-9 * Math.abs(mean))
  return { scale: 'z', scaleMean: mean, scaleSd: isSpread ? sd : 0 }
}

/** How a column is prepared, and the figures it takes; `scratch` has its length and is overwritten. */
export function decideColumn(
  raw: Float64Array,
  figures: ColumnFigures,
  { transform = chooseTransform(figures), scale = 'z', impute = 'median', weight = 1 }: Preparation,
  scratch: Float64Array,
): PreparedColumn {
  const { missing, mean, median, sd, p1, p99 } = figures
  const known = figures.count > 0
  const fill = impute === 'zero' ? 0 : impute === 'mean' ? mean : median
  const limits: [number, number] | null = transform === 'winsorise' && known ? [p1, p99] : null
  transformInto(scratch, 0, 1, raw, { transform, fill, limits })
  const scaling = measureScale(scratch, scale)
  return { transform, impute, weight, missing, fill, mean, median, sd, limits, ...scaling }
}

/** Writes a raw column, prepared as the record says, into `target` from `start`, every `step`-th place. */
export function writePrepared(
  target: Float64Array,
  start: number,
  step: number,
  raw: Float64Array,
  record: PreparedColumn,
): void {
  const { scaleMean, scaleSd, weight } = record
  const factor = scaleSd > 0 ? weight : 0
  const divisor = scaleSd > 0 ? scaleSd : 1
  transformInto(target, start, step, raw, record)
  for (let row = 0, p = start; row < raw.length; row++, p += step) {
    target[p] = ((target[p]! - scaleMean) / divisor) * factor
  }
}
