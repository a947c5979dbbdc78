/** One user's lists judged by what they went on to have. */
export interface UserMetrics {
  recall: number
  precision: number
  ndcg: number
  map: number
  hit: number
}

/**
 * Metrics of one ranked list of at most n items against the relevant ones (not empty). Gains are 1 or 0; the ideal list
 * holds min(n, relevant) hits; average precision divides by min(n, relevant). Definitions of RecBole 1.2 (Zhao et al. 2021).
 */
export function judgeList(list: ArrayLike<number>, relevant: ReadonlySet<number>, n: number): UserMetrics {
  const best = Math.min(n, relevant.size)
  let hits = 0
  let gain = 0
  let precisions = 0
  for (let rank = 0; rank < Math.min(n, list.length); rank++) {
    if (!relevant.has(list[rank]!)) continue
    hits++
    gain += 1 / Math.log2(rank + 2)
    precisions += hits / (rank + 1)
  }
  let ideal = 0
  for (let rank = 0; rank < best; rank++) ideal += 1 / Math.log2(rank + 2)
  return {
    recall: hits / relevant.size,
    precision: hits / n,
    ndcg: gain / ideal,
    map: precisions / best,
    hit: hits > 0 ? 1 : 0,
  }
}

/** Share of the catalogue that appears on any list. */
export function measureCoverage(shown: Int32Array): number {
  return shown.reduce((sum, times) => sum + (times > 0 ? 1 : 0), 0) / shown.length
}

/** Mean −log2 of the share of users who have an item, over all places of all lists (Vargas & Castells 2011). */
export function measureNovelty(shown: Int32Array, buyers: ArrayLike<number>, users: number): number {
  let places = 0
  let sum = 0
  for (let item = 0; item < shown.length; item++) {
    places += shown[item]!
    sum += shown[item]! * -Math.log2(Math.max(buyers[item]!, 1) / users)
  }
  return places > 0 ? sum / places : 0
}

/** Gini coefficient of counts: 0 = all alike, near 1 = one has everything; 0 when all are 0. */
export function measureGini(counts: ArrayLike<number>): number {
  const sorted = Float64Array.from(counts).sort()
  const total = sorted.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 0
  const ranked = sorted.reduce((sum, count, index) => sum + (2 * (index + 1) - sorted.length - 1) * count, 0)
  return ranked / (sorted.length * total)
}
