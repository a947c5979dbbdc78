import { listBlends } from '@/lib/recommending/hybrid'
import type { Interactions } from '@/lib/recommending/interactions'
import { judgeList } from '@/lib/recommending/metrics'
import type { Scorer } from '@/lib/recommending/scorer'
import { createHeap } from '@/lib/recommending/top-heap'
import { topItems } from '@/lib/recommending/top-items'
import type { PartName } from './fit-strategies'

/** What a blend can be made of, in the order of its weights. */
export const blendable: readonly PartName[] = ['ease', 'item', 'user', 'content', 'recent']
const steps = 5
/** A blend of more parts is not told apart from one of fewer by so few customers. */
const mostParts = 3

export type Blend = { strategy: PartName; weight: number }[]

/**
 * The weights (steps of 0.2, at most three parts) that find most by NDCG@n of what the given users went on to have in
 * `validation`. Each part's scores are divided by its highest, as in createBlendScorer. The first of equals, and the first
 * part alone without users.
 */
export function chooseBlend(
  scorers: ReadonlyMap<PartName, Scorer>,
  train: Interactions,
  validation: Interactions,
  users: Int32Array,
  n: number,
): Blend {
  const parts = blendable.filter((name) => scorers.has(name))
  const blends = listBlends(parts.length, steps).filter(
    (blend) => blend.filter((weight) => weight > 0).length <= mostParts,
  )
  const totals = new Float64Array(blends.length)
  const scores = parts.map(() => new Float64Array(train.items))
  const blended = new Float64Array(train.items)
  const excluded = new Uint8Array(train.items)
  const heap = createHeap(n)
  for (const user of users) {
    scores.forEach((buffer, i) => {
      buffer.fill(0)
      scorers.get(parts[i]!)!.score(user, buffer)
      const highest = buffer.reduce((most, score) => Math.max(most, score), 0)
      if (highest > 0) for (let item = 0; item < buffer.length; item++) buffer[item]! /= highest
    })
    const own = train.indices.subarray(train.offsets[user]!, train.offsets[user + 1]!)
    for (const item of own) excluded[item] = 1
    const relevant = new Set(
      validation.indices.subarray(validation.offsets[user]!, validation.offsets[user + 1]!),
    )
    blends.forEach((blend, b) => {
      blended.fill(0)
      blend.forEach((weight, i) => {
        if (weight === 0) return
        const buffer = scores[i]!
        for (let item = 0; item < blended.length; item++) blended[item]! += weight * buffer[item]!
      })
      const list = topItems(blended, n, excluded, { heap }).map(({ item }) => item)
      totals[b]! += judgeList(list, relevant, n).ndcg
    })
    for (const item of own) excluded[item] = 0
  }
  const best = totals.indexOf(Math.max(...totals))
  const weights = blends[best] ?? []
  return parts
    .map((strategy, i) => ({ strategy, weight: weights[i] ?? 0 }))
    .filter(({ weight }) => weight > 0)
}
