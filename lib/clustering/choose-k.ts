import { type KmeansResult, kmeans } from './kmeans'
import { findDistinctRows } from './matrix'
import { silhouettes } from './silhouette'
import { calinskiHarabasz, daviesBouldin } from './validity'

export interface KEvidence {
  k: number
  silhouette: number
  calinskiHarabasz: number
  daviesBouldin: number
  inertia: number
  /** share of the rows in the smallest cluster */
  smallestShare: number
}

/**
 * Why a k was recommended: it has the best silhouette; or it is as good within a small tolerance and the
 * other two indices favour it; or two segments were best but three or more cost next to nothing.
 */
export type KReason = 'bestSilhouette' | 'otherIndices' | 'moreThanTwo'

/** What a mean silhouette says about the groups (Kaufman & Rousseeuw 1990): > 0.7, > 0.5, > 0.25, else none. */
export type Structure = 'strong' | 'reasonable' | 'weak' | 'none'

export interface Recommendation {
  k: number
  reason: KReason
  structure: Structure
}

export interface ChooseKOptions {
  /** default 2 */
  kMin?: number
  /** default 8 */
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
  recommendation: Recommendation
}

const SILHOUETTE_ROWS = 3000
const NEAR_TIE = 0.02
const COST_OF_MORE = 0.03
const LEAST_SHARE = 0.01

export function structureOf(silhouette: number): Structure {
  if (silhouette > 0.7) return 'strong'
  if (silhouette > 0.5) return 'reasonable'
  return silhouette > 0.25 ? 'weak' : 'none'
}

function bySilhouette(a: KEvidence, b: KEvidence): number {
  return b.silhouette - a.silhouette || a.k - b.k
}

/** Of some near ties, the one with the lowest sum of its ranks by Caliński–Harabasz and Davies–Bouldin. */
function favourite(near: readonly KEvidence[]): KEvidence {
  const rank = (one: KEvidence) =>
    near.filter((other) => other.calinskiHarabasz > one.calinskiHarabasz).length +
    near.filter((other) => other.daviesBouldin < one.daviesBouldin).length
  return [...near].sort((a, b) => rank(a) - rank(b) || bySilhouette(a, b))[0]!
}

/**
 * The rule: (1) a k whose smallest cluster holds under 1% of the rows is passed over, unless all do; (2) the best
 * silhouette leads; among ks within 0.02 of it the one favoured by Caliński–Harabasz and Davies–Bouldin wins;
 * (3) two segments say little, so when k = 2 wins, the best k ≥ 3 within 0.03 of its silhouette is taken instead.
 * Throws RangeError without evidence.
 */
export function recommendK(evidence: readonly KEvidence[]): Recommendation {
  const sizeable = evidence.filter(({ smallestShare }) => smallestShare >= LEAST_SHARE)
  const candidates = [...(sizeable.length > 0 ? sizeable : evidence)].sort(bySilhouette)
  const best = candidates[0]
  if (!best) throw new RangeError('there is no evidence to choose k by')
  const winner = favourite(candidates.filter(({ silhouette }) => silhouette >= best.silhouette - NEAR_TIE))
  const more = candidates.find(({ k, silhouette }) => k > 2 && silhouette >= winner.silhouette - COST_OF_MORE)
  const chosen = winner.k === 2 && more ? more : winner
  const reason = chosen !== winner ? 'moreThanTwo' : winner === best ? 'bestSilhouette' : 'otherIndices'
  return { k: chosen.k, reason, structure: structureOf(chosen.silhouette) }
}

/**
 * Fits k-means for k = kMin … kMax (no further than there are distinct rows) to row-major prepared data, measures
 * every fit, and recommends one by `recommendK`. Silhouettes are exact up to 3,000 rows and measured on a seeded
 * sample of 3,000 above. Throws RangeError when kMin < 2, kMax < kMin or there are fewer than kMin distinct rows.
 */
export function chooseK(
  data: Float64Array,
  rows: number,
  columns: number,
  { kMin = 2, kMax = 8, seed = 1, restarts, onK }: ChooseKOptions = {},
): ChooseKResult {
  if (!(kMin >= 2 && kMax >= kMin))
    throw new RangeError(`k must go from 2 or more upwards, not ${kMin} … ${kMax}`)
  const distinct = findDistinctRows(data, rows, columns, kMax).length
  if (distinct < kMin) throw new RangeError(`there are only ${distinct} distinct rows for ${kMin} clusters`)
  const ks = Array.from({ length: distinct - kMin + 1 }, (_, i) => kMin + i)
  const fits = ks.map((k, done) => {
    onK?.(k, done, ks.length)
    return kmeans(data, rows, columns, { k, seed, restarts })
  })
  const labelings = fits.map(({ labels }, i) => ({ labels, k: ks[i]! }))
  const { rows: silhouetteRows, scores } = silhouettes(data, rows, columns, labelings, {
    exactUpTo: SILHOUETTE_ROWS,
    sampleSize: SILHOUETTE_ROWS,
    seed,
  })
  const evidence = fits.map(({ labels, sizes, inertia }, i) => ({
    k: ks[i]!,
    silhouette: scores[i]!.mean,
    calinskiHarabasz: calinskiHarabasz(data, rows, columns, labels, ks[i]!),
    daviesBouldin: daviesBouldin(data, rows, columns, labels, ks[i]!),
    inertia,
    smallestShare: Math.min(...sizes) / rows,
  }))
  const clusterSilhouettes = scores.map(({ clusters }) => clusters)
  return { evidence, fits, clusterSilhouettes, silhouetteRows, recommendation: recommendK(evidence) }
}
