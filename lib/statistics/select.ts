function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i]!
  values[i] = values[j]!
  values[j] = kept
}

const SAMPLED_FROM = 600

/** Puts the value of the given rank within left … right at its place, smaller ones before it, larger ones after. */
function selectRank(values: Float64Array, from: number, to: number, rank: number): void {
  let left = from
  let right = to
  while (right > left) {
    if (right - left > SAMPLED_FROM) {
      const n = right - left + 1
      const i = rank - left + 1
      const z = Math.log(n)
      const s = 0.5 * Math.exp((2 * z) / 3)
      const spread = 0.5 * Math.sqrt((z * s * (n - s)) / n) * Math.sign(i - n / 2)
      const low = Math.max(left, Math.floor(rank - (i * s) / n + spread))
      const high = Math.min(right, Math.floor(rank + ((n - i) * s) / n + spread))
      selectRank(values, low, high, rank)
    }
    const pivot = values[rank]!
    let i = left
    let j = right
    swap(values, left, rank)
    if (values[right]! > pivot) swap(values, left, right)
    while (i < j) {
      swap(values, i, j)
      i++
      j--
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
    }
    if (values[left] === pivot) swap(values, left, j)
    else swap(values, ++j, right)
    if (j <= rank) left = j + 1
    if (rank <= j) right = j - 1
  }
}

function selectBetween(values: Float64Array, ranks: readonly number[], from: number, to: number): void {
  if (ranks.length === 0 || from >= to) return
  const middle = ranks.length >> 1
  const rank = ranks[middle]!
  selectRank(values, from, to, rank)
  selectBetween(values, ranks.slice(0, middle), from, rank - 1)
  selectBetween(values, ranks.slice(middle + 1), rank + 1, to)
}

/**
 * Reorders values (without NaN) so that each of the given ranks (from 0, ascending, each once) holds what it would hold
 * if all were sorted; linear time on average. Source: Floyd and Rivest 1975, Algorithm 489.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): void {
  selectBetween(values, ranks, 0, values.length - 1)
}
