import { createRandom, drawNormal, type RandomSource, sampleIndices } from '@/lib/statistics/random'
import { fitSample } from './fit-sample'
import { gatherRows } from './matrix'
import { pca } from './pca'
import { silhouettes } from './silhouette'

export interface NaturalGroups {
  /** false when no k separates the data better than data without groups */
  found: boolean
  /** per k: mean silhouette of samples of the data, and of the more clustered kind of data without groups */
  comparisons: { k: number; silhouette: number; reference: number }[]
  /** rows a sample has */
  rows: number
}

const SAMPLE_ROWS = 500
const SAMPLES = 3
const REFERENCES = 6
const STARTS = 2
/** of the silhouette: a lead below it is nothing to see, however sure */
const LEAST_LEAD = 0.03
const SPREADS = 4

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function variance(values: readonly number[]): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

/** Mean silhouettes of k-means fits to one small set, one per k. */
function fitSilhouettes(
  data: Float64Array,
  rows: number,
  columns: number,
  ks: readonly number[],
  random: RandomSource,
): number[] {
  const labelings = ks.map((k) => ({
    k,
    labels: fitSample(data, rows, columns, { k, starts: STARTS, random }).labels,
  }))
  return silhouettes(data, rows, columns, labelings).scores.map((score) => score.mean)
}

/**
 * Are there groups at all? Samples of the data are clustered, and so are samples of data without groups that spread as
 * far along the same principal axes: one normal distribution, and one uniform box. There are natural groups when, for
 * some k, the mean silhouette is ahead of both by 0.03 and by four standard deviations. Row-major data, ks ≥ 2.
 *
 * Sources: Tibshirani, Walther & Hastie 2001 (reference data along principal axes), Hennig & Lin 2015 (parametric
 * bootstrap of homogeneity with the mean silhouette).
 */
export function findNaturalGroups(
  data: Float64Array,
  rows: number,
  columns: number,
  ks: readonly number[],
  seed: number,
): NaturalGroups {
  const random = createRandom(seed)
  const size = Math.min(rows, SAMPLE_ROWS)
  const { explained, totalVariance } = pca(data, rows, columns)
  // along the axes instead of the columns: neither k-means nor silhouettes mind a turn
  const spreads = explained.map((share) => Math.sqrt(share * totalVariance))
  const uniform = () => Math.sqrt(12) * (random() - 0.5)
  const measureKind = (draw: () => number) =>
    Array.from({ length: REFERENCES }, () => {
      const set = Float64Array.from({ length: size * columns }, (_, p) => spreads[p % columns]! * draw())
      return fitSilhouettes(set, size, columns, ks, random)
    })
  const kinds = [measureKind(uniform), measureKind(() => drawNormal(random))]
  const own = Array.from({ length: rows > size ? SAMPLES : 1 }, () => {
    const sample = rows > size ? gatherRows(data, columns, sampleIndices(rows, size, random)) : data
    return fitSilhouettes(sample, size, columns, ks, random)
  })
  const column = (sets: readonly number[][], i: number) => sets.map((set) => set[i]!)
  const spread = Math.sqrt(mean(kinds.flatMap((sets) => ks.map((_, i) => variance(column(sets, i))))))
  const comparisons = ks.map((k, i) => ({
    k,
    silhouette: mean(column(own, i)),
    reference: Math.max(...kinds.map((sets) => mean(column(sets, i)))),
  }))
  const least = Math.max(LEAST_LEAD, SPREADS * spread)
  return {
    found: comparisons.some(({ silhouette, reference }) => silhouette - reference > least),
    comparisons,
    rows: size,
  }
}
