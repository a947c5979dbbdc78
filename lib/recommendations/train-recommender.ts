import { listUsers } from '@/lib/recommending/evaluate'
import { buildInteractions, type Interactions } from '@/lib/recommending/interactions'
import { measureRecent } from '@/lib/recommending/popularity'
import { splitByTime } from '@/lib/recommending/split'
import { createRandom, sampleIndices } from '@/lib/statistics/random'
import { type Blend, blendable, chooseBlend } from './choose-blend'
import { evaluateStrategies, nameStrategies } from './evaluate-strategies'
import { createScorers, fitModels, type Groups, type Models, type PartName } from './fit-strategies'
import { type Observations, weighObservations } from './observations'
import type { RecommenderResult, StrategyResult } from './result-schema'
import type { RecommenderSettings, StrategyName } from './settings-schema'

/** Fewer judged customers give no verdict. */
const leastJudged = 30
/** Enough to choose weights by; more cost time only. */
const mostValidated = 1000
const recentHalfLife = 30

export type Trained = {
  /** of everything up to the as-of day */
  models: Models
  blend: Blend
  chosen: StrategyName
  evaluation: Pick<RecommenderResult, 'judged' | 'enough' | 'strategies' | 'skipped'>
  /** days on which validation and test begin */
  split: { validationFrom: number; testFrom: number }
}

export type TrainingPhase = 'fitting' | 'validating' | 'evaluating' | 'refitting'
type Report = (phase: TrainingPhase, done: number, total: number | null) => void

const users = ({ customerIds }: Observations) => customerIds.length
const items = ({ products }: Observations) => products.length

/** Interactions of the days before `day`, weighed as of that day. */
function collectBefore(observations: Observations, day: number, settings: RecommenderSettings): Interactions {
  const weights = weighObservations(observations, day, settings.weights)
  const kept = weights.map((weight, i) => (observations.day[i]! < day ? weight : 0))
  return buildInteractions(users(observations), items(observations), {
    user: observations.customer,
    item: observations.product,
    weight: kept,
  })
}

/** What customers bought from `from` to before `to` that they had nothing to do with before. */
function collectNew(
  observations: Observations,
  before: Interactions,
  from: number,
  to: number,
): Interactions {
  const { customer, product, day, kind, amount, kinds } = observations
  const purchase = kinds.indexOf('purchase')
  const known = new Set<number>()
  const key = (user: number, item: number) => user * before.items + item
  for (let user = 0; user < before.users; user++) {
    for (let p = before.offsets[user]!; p < before.offsets[user + 1]!; p++)
      known.add(key(user, before.indices[p]!))
  }
  const weight = amount.map((value, i) => {
    const inside = day[i]! >= from && day[i]! < to && kind[i] === purchase
    return inside && !known.has(key(customer[i]!, product[i]!)) ? value : 0
  })
  return buildInteractions(before.users, before.items, { user: customer, item: product, weight })
}

function measureRecentPurchases(observations: Observations, day: number): Float64Array {
  const { product, kind, kinds, amount } = observations
  const purchase = kinds.indexOf('purchase')
  const rows = Array.from(product.keys()).filter(
    (i) => kind[i] === purchase && amount[i]! > 0 && observations.day[i]! < day,
  )
  return measureRecent(
    items(observations),
    Int32Array.from(rows, (i) => product[i]!),
    Float64Array.from(rows, (i) => day - observations.day[i]!),
    recentHalfLife,
  )
}

/** The best by NDCG on the test part, the simpler of equals (strategies are listed from the most to the least elaborate). */
function chooseStrategy(results: readonly StrategyResult[], enough: boolean): StrategyName {
  const candidates = results.filter(({ strategy }) => strategy !== 'segment')
  if (!enough) return candidates.some(({ strategy }) => strategy === 'item') ? 'item' : 'popular'
  return candidates.reduce((best, one) => (one.ndcg.mean >= best.ndcg.mean ? one : best)).strategy
}

/**
 * Fits every strategy on what happened first, chooses the blend on what came next, judges all on what came last, then fits
 * them on everything. One split by time: 80 % to fit, 10 % to choose, 10 % to judge. The same input gives the same answer.
 */
export function trainRecommender(
  observations: Observations,
  asOf: number,
  settings: RecommenderSettings,
  groups: Groups | null,
  report: Report,
): Trained {
  const n = settings.length
  const fitBefore = (day: number, phase: TrainingPhase) => {
    const interactions = collectBefore(observations, day, settings)
    const recent = measureRecentPurchases(observations, day)
    const input = { interactions, recent, content: observations.products, groups }
    return fitModels(input, (done, total) => report(phase, done, total))
  }
  const end = asOf + 1
  const split = splitByTime(Float64Array.from(observations.day))
  const first = fitBefore(split.validationFrom, 'fitting').models
  const validation = collectNew(observations, first.interactions, split.validationFrom, split.testFrom)
  const candidates = listUsers(validation)
  const validated = sampleIndices(candidates.length, mostValidated, createRandom(1)).map(
    (i) => candidates[i]!,
  )
  report('validating', 0, null)
  const scorers = createScorers(first)
  const blend =
    validated.length >= leastJudged
      ? chooseBlend(scorers, first.interactions, validation, validated, n)
      : defaultBlend(scorers)
  const second = fitBefore(split.testFrom, 'fitting').models
  const test = collectNew(observations, second.interactions, split.testFrom, end)
  const judged = listUsers(test).length
  const named = nameStrategies(createScorers(second), blend, items(observations))
  const strategies = evaluateStrategies(named, second.interactions, test, n, groups, (done, total) =>
    report('evaluating', done, total),
  )
  const enough = judged >= leastJudged
  const { models, skipped } = fitBefore(end, 'refitting')
  const wished = settings.strategy === 'auto' ? chooseStrategy(strategies, enough) : settings.strategy
  const usable = nameStrategies(createScorers(models), blend, items(observations))
  return {
    models,
    blend,
    chosen: usable.has(wished) ? wished : 'popular',
    evaluation: { judged, enough, strategies, skipped },
    split,
  }
}

/** Without customers to choose by: the strongest that could be fitted alone. */
function defaultBlend(scorers: ReadonlyMap<PartName, unknown>): Blend {
  const strategy = blendable.find((name) => scorers.has(name))
  return strategy ? [{ strategy, weight: 1 }] : []
}
