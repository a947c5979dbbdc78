import { bootstrapDifference, bootstrapMean } from '@/lib/recommending/bootstrap'
import type { ItemFacts } from '@/lib/recommending/business-rules'
import { noRules } from '@/lib/recommending/business-rules'
import { type Evaluation, judgeLists, meanOf } from '@/lib/recommending/evaluate'
import { createBlendScorer } from '@/lib/recommending/hybrid'
import type { Interactions } from '@/lib/recommending/interactions'
import { createServer } from '@/lib/recommending/recommend'
import type { Scorer } from '@/lib/recommending/scorer'
import type { Blend } from './choose-blend'
import type { PartName } from './fit-strategies'
import type { StrategyResult } from './result-schema'
import { type StrategyName, strategyNames } from './settings-schema'

/** Fewer customers of a segment say nothing about it. */
const leastOfSegment = 10

/** The strategies under their names, the blend among them. */
export function nameStrategies(
  scorers: ReadonlyMap<PartName, Scorer>,
  blend: Blend,
  items: number,
): Map<StrategyName, Scorer> {
  const named = new Map<StrategyName, Scorer>()
  const parts = blend.map(({ strategy, weight }) => ({ scorer: scorers.get(strategy)!, weight }))
  for (const name of strategyNames) {
    const scorer = name === 'hybrid' ? createBlendScorer(items, parts) : scorers.get(name)
    if (scorer && (name !== 'hybrid' || parts.length > 0)) named.set(name, scorer)
  }
  return named
}

/**
 * Judges every strategy, what it leaves open filled with best-sellers, by what the customers bought for the first time in the
 * test part; with intervals, and the gain over best-sellers customer by customer.
 */
export function evaluateStrategies(
  strategies: ReadonlyMap<StrategyName, Scorer>,
  train: Interactions,
  test: Interactions,
  n: number,
  groups: { of: Int32Array; count: number } | null,
  onUser: (done: number, total: number) => void,
): StrategyResult[] {
  const items: ItemFacts[] = Array.from({ length: train.items }, () => ({
    ...{ category: null, price: null, cost: null, stock: null, level: null },
  }))
  const serve = createServer({ interactions: train, items, rules: noRules, levels: null })
  const popular = { name: 'popular' as StrategyName, scorer: strategies.get('popular')! }
  const total = strategies.size
  const judged = [...strategies].map(([name, scorer], index) => {
    let filled = 0
    const chain = name === 'popular' ? [popular] : [{ name, scorer }, popular]
    const evaluation = judgeLists(
      (user) => {
        const served = serve(chain, user, n)
        if (served.some(({ strategy }) => strategy !== name)) filled++
        return served.map(({ item }) => item)
      },
      train,
      test,
      { n, onUser: (done, users) => onUser(index * users + done, total * users) },
    )
    return { name, evaluation, fallback: filled / Math.max(1, evaluation.users.length) }
  })
  const baseline = judged.find(({ name }) => name === 'popular')!.evaluation
  return judged.map(({ name, evaluation, fallback }) => ({
    strategy: name,
    recall: bootstrapMean(evaluation.metrics.recall),
    precision: bootstrapMean(evaluation.metrics.precision),
    ndcg: bootstrapMean(evaluation.metrics.ndcg),
    map: bootstrapMean(evaluation.metrics.map),
    hit: bootstrapMean(evaluation.metrics.hit),
    gain: bootstrapDifference(evaluation.metrics.ndcg, baseline.metrics.ndcg),
    coverage: evaluation.coverage,
    novelty: evaluation.novelty,
    gini: evaluation.gini,
    fallback,
    segments: groups ? meanByGroup(evaluation, groups) : [],
  }))
}

function meanByGroup(
  { users, metrics }: Evaluation,
  groups: { of: Int32Array; count: number },
): (number | null)[] {
  return Array.from({ length: groups.count }, (_, group) => {
    const own = metrics.ndcg.filter((_value, place) => groups.of[users[place]!] === group)
    return own.length < leastOfSegment ? null : meanOf(own)
  })
}
