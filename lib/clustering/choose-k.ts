import { findElbow } from './elbow'
import { type KmeansResult, kmeans } from './kmeans'
import { columnMeans, findDistinctRows, totalSquares } from './matrix'
import { findNaturalGroups, type NaturalGroups } from './natural-groups'
import { type KEvidence, type Recommendation, recommendK } from './recommend-k'
import { silhouettes } from './silhouette'
import { measureStability } from './stability'
import { calinskiHarabasz, daviesBouldin } from './validity'

export interface ChooseKOptions {
  /** default 2 */
  kMin?: number
  /** default 10 */
  kMax?: number
  /** default 1 */
  seed?: number
  /** k-means starts per k, default 10 */
  restarts?: number
  /** before the fit of each k, with the number of fits done and to do; may throw to stop */
  onK?: (k: number, done: number, total: number) => void
}

export interface ChooseKResult {
  evidence: KEvidence[]
  /** one fit per entry of evidence, in its order */
  fits: KmeansResult[]
  /** per fit, the mean silhouette of each cluster; null for one without a measured row */
  clusterSilhouettes: (number | null)[][]
  /** rows the silhouettes were measured on */
  silhouetteRows: number
  /** per fit, the bootstrap stability of each cluster; null for one without a measured row */
  clusterStability: (number | null)[][]
  /** rows that the resamples of the stability were drawn from, and how many resamples */
  stabilityRows: number
  stabilityResamples: number
  /** what was compared with data without groups; not found: the honest answer is one group */
  naturalGroups: NaturalGroups
  noNaturalGroups: boolean
  /** the best k of those fitted, also when there are no natural groups */
  recommendation: Recommendation
}

const SILHOUETTE_ROWS = 3000

function fitAll(
  data: Float64Array,
  rows: number,
  columns: number,
  ks: readonly number[],
  { seed, restarts, onK }: ChooseKOptions,
): KmeansResult[] {
  return ks.map((k, done) => {
    onK?.(k, done, ks.length)
    return kmeans(data, rows, columns, { k, seed, restarts })
  })
}

/** The k where the inertia, from that of one group on, has its elbow. */
function findElbowK(total: number, ks: readonly number[], fits: readonly KmeansResult[]): number | null {
  const curve = ks[0] === 2 ? [{ k: 1, inertia: total }] : []
  const points = [...curve, ...fits.map(({ inertia }, i) => ({ k: ks[i]!, inertia }))]
  const elbow = findElbow(points.map(({ inertia }) => inertia))
  return elbow === null ? null : points[elbow]!.k
}

/**
 * Fits k-means for k = kMin … kMax (no further than there are distinct rows) to row-major prepared data, measures
 * every fit, and recommends one by `recommendK`. Silhouettes are exact up to 3,000 rows and measured on a seeded
 * sample of 3,000 above; stability is measured on 1,000. Throws RangeError when kMin < 2, kMax < kMin or there are
 * fewer than kMin distinct rows.
 */
export function chooseK(
  data: Float64Array,
  rows: number,
  columns: number,
  { kMin = 2, kMax = 10, seed = 1, restarts, onK }: ChooseKOptions = {},
): ChooseKResult {
  if (!(kMin >= 2 && kMax >= kMin))
    throw new RangeError(`k must go from 2 or more upwards, not ${kMin} … ${kMax}`)
  const distinct = findDistinctRows(data, rows, columns, kMax).length
  if (distinct < kMin) throw new RangeError(`there are only ${distinct} distinct rows for ${kMin} clusters`)
  const ks = Array.from({ length: distinct - kMin + 1 }, (_, i) => kMin + i)
  const fits = fitAll(data, rows, columns, ks, { seed, restarts, onK })
  const labelings = fits.map(({ labels }, i) => ({ labels, k: ks[i]! }))
  const { rows: silhouetteRows, scores } = silhouettes(data, rows, columns, labelings, {
    exactUpTo: SILHOUETTE_ROWS,
    sampleSize: SILHOUETTE_ROWS,
    seed,
  })
  const stability = measureStability(data, rows, columns, labelings, { seed })
  const naturalGroups = findNaturalGroups(data, rows, columns, ks, seed)
  const elbow = findElbowK(totalSquares(data, rows, columnMeans(data, rows, columns)), ks, fits)
  const evidence = fits.map(({ labels, sizes, inertia }, i) => ({
    k: ks[i]!,
    silhouette: scores[i]!.mean,
    calinskiHarabasz: calinskiHarabasz(data, rows, columns, labels, ks[i]!),
    daviesBouldin: daviesBouldin(data, rows, columns, labels, ks[i]!),
    inertia,
    smallestShare: Math.min(...sizes) / rows,
    stability: stability.scores[i]!.mean,
    elbow: ks[i] === elbow,
  }))
  return {
    evidence,
    fits,
    clusterSilhouettes: scores.map(({ clusters }) => clusters),
    silhouetteRows,
    clusterStability: stability.scores.map(({ clusters }) => clusters),
    stabilityRows: stability.rows,
    stabilityResamples: stability.resamples,
    naturalGroups,
    noNaturalGroups: !naturalGroups.found,
    recommendation: recommendK(evidence),
  }
}
