import { createHeap, type TopHeap } from './top-heap'

/** A recommended item with its score. */
export interface Recommended {
  item: number
  score: number
}

/**
 * The n best items by score, equals by lower index. Items with `excluded[item] !== 0` are left out, and so are those
 * without a score above 0 unless `all`.
 */
export function topItems(
  scores: Float64Array,
  n: number,
  excluded: Uint8Array | null,
  { all = false, heap = createHeap(n) }: { all?: boolean; heap?: TopHeap } = {},
): Recommended[] {
  heap.clear()
  for (let item = 0; item < scores.length; item++) {
    if ((all || scores[item]! > 0) && !excluded?.[item]) heap.offer(item, scores[item]!)
  }
  const top = heap.sorted()
  return Array.from({ length: top.length }, (_, rank) => ({ item: top.index(rank), score: top.score(rank) }))
}
