import { countBuyers } from '@/lib/recommending/popularity'
import type { Groups } from './fit-strategies'
import type { Observations } from './observations'
import type { RecommenderResult } from './result-schema'
import type { Trained } from './train-recommender'

const parts = 20
const dayName = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

function countKinds({ kind, kinds }: Observations): RecommenderResult['kinds'] {
  const counts = kinds.map(() => 0)
  for (const index of kind) counts[index]!++
  return kinds.map((name, i) => ({ kind: name, count: counts[i]! })).filter(({ count }) => count > 0)
}

function describeSplit(
  { day }: Observations,
  { validationFrom, testFrom }: Trained['split'],
): RecommenderResult['split'] {
  const months = new Map<string, { train: number; validation: number; test: number }>()
  const totals = { train: 0, validation: 0, test: 0 }
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const one of day) {
    const part = one < validationFrom ? 'train' : one < testFrom ? 'validation' : 'test'
    const month = dayName(one).slice(0, 7)
    const counts = months.get(month) ?? { train: 0, validation: 0, test: 0 }
    counts[part]++
    totals[part]++
    months.set(month, counts)
    from = Math.min(from, one)
    to = Math.max(to, one)
  }
  return {
    from: dayName(from),
    to: dayName(to),
    validationFrom: dayName(validationFrom),
    testFrom: dayName(testFrom),
    ...totals,
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, counts]) => ({ month, ...counts })),
  }
}

/** Shares of a total per twentieth of the products, the most bought first. */
function shareByRank(counts: ArrayLike<number>, order: readonly number[]): number[] {
  const sums = new Array<number>(parts).fill(0)
  let total = 0
  order.forEach((item, rank) => {
    sums[Math.min(parts - 1, Math.floor((rank * parts) / order.length))]! += counts[item]!
    total += counts[item]!
  })
  return sums.map((sum) => (total > 0 ? sum / total : 0))
}

export type Listed = {
  groups: Groups | null
  segmentIds: readonly string[]
  /** how often each product stands on a list */
  shown: Int32Array
  /** places filled by each strategy */
  served: ReadonlyMap<string, number>
}

/** What is told of a finished training. */
export function summariseTraining(
  observations: Observations,
  trained: Trained,
  { groups, segmentIds, shown, served }: Listed,
): RecommenderResult {
  const { models, evaluation, blend, chosen, split } = trained
  const buyers = countBuyers(models.interactions)
  const order = Array.from(buyers.keys()).sort((a, b) => buyers[b]! - buyers[a]! || a - b)
  const places = [...served.values()].reduce((sum, count) => sum + count, 0)
  return {
    customers: observations.customerIds.length,
    products: observations.products.length,
    interactions: models.interactions.indices.length,
    kinds: countKinds(observations),
    split: describeSplit(observations, split),
    ...evaluation,
    chosen,
    blend,
    segments: segmentIds.map((id, segment) => ({
      id,
      customers: groups ? groups.of.reduce((sum, group) => sum + (group === segment ? 1 : 0), 0) : 0,
    })),
    popularityCurve: { bought: shareByRank(buyers, order), recommended: shareByRank(shown, order) },
    served: [...served]
      .sort(([, a], [, b]) => b - a)
      .map(([strategy, count]) => ({ strategy, share: count / places })),
  }
}
