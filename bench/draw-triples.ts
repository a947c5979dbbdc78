import type { Triples } from '@/lib/recommending/interactions'
import { createRandom } from '@/lib/statistics/random'

/** Users × items by Zipf's law on both sides: a few items sell to many, a few users buy much. */
export function drawTriples(users: number, items: number, count: number): Triples {
  const random = createRandom(count)
  const cumulate = (length: number, exponent: number) => {
    const sums = new Float64Array(length)
    for (let i = 0, sum = 0; i < length; i++) sums[i] = sum += (i + 1) ** -exponent
    return sums
  }
  const [userSums, itemSums] = [cumulate(users, 0.5), cumulate(items, 0.8)]
  const draw = (sums: Float64Array) => {
    const wanted = random() * sums[sums.length - 1]!
    let low = 0
    for (let high = sums.length - 1; low < high; ) {
      const middle = (low + high) >> 1
      if (sums[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  const seen = new Set<number>()
  const user = new Int32Array(count)
  const item = new Int32Array(count)
  while (seen.size < count) {
    const [u, i] = [draw(userSums), draw(itemSums)]
    const before = seen.size
    seen.add(u * items + i)
    if (seen.size === before) continue
    user[before] = u
    item[before] = i
  }
  return { user, item, weight: new Float64Array(count).fill(1) }
}
