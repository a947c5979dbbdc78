import type { Interactions } from './interactions'
import { judgeList, measureCoverage, measureGini, measureNovelty, type UserMetrics } from './metrics'
import { countBuyers } from './popularity'
import type { Scorer } from './scorer'
import { createHeap } from './top-heap'
import { topItems } from './top-items'

export interface Evaluation {
  /** users judged: those with something in the test part */
  users: Int32Array
  /** per judged user */
  metrics: Record<keyof UserMetrics, Float64Array>
  /** share of the catalogue shown to anybody, mean self-information of what is shown, Gini of how often items are shown */
  coverage: number
  novelty: number
  gini: number
  /** how often each item is shown */
  shown: Int32Array
  /** share of judged users whose list has fewer than n items */
  short: number
}

export interface JudgeOptions {
  /** length of the lists, default 10 */
  n?: number
  /** only these users, ascending; default all with test interactions */
  users?: Int32Array
  /** after every user, may throw to stop */
  onUser?: (done: number, total: number) => void
}

export interface EvaluateOptions extends JudgeOptions {
  /** what the user had counts as a candidate again; default false */
  repeat?: boolean
  /** items without a score may fill a list, as in published protocols; default false */
  all?: boolean
}

/**
 * Judges lists made from `train` by what their users went on to have in `test` (both of the same shape).
 */
export function judgeLists(
  listFor: (user: number) => readonly number[],
  train: Interactions,
  test: Interactions,
  { n = 10, users = listUsers(test), onUser }: JudgeOptions = {},
): Evaluation {
  const shown = new Int32Array(train.items)
  const names = ['recall', 'precision', 'ndcg', 'map', 'hit'] as const
  const metrics = Object.fromEntries(
    names.map((name) => [name, new Float64Array(users.length)]),
  ) as Evaluation['metrics']
  let short = 0
  users.forEach((user, place) => {
    const list = listFor(user)
    for (const item of list) shown[item]!++
    if (list.length < n) short++
    const relevant = new Set(test.indices.subarray(test.offsets[user]!, test.offsets[user + 1]!))
    const judged = judgeList(list, relevant, n)
    for (const name of names) metrics[name][place] = judged[name]
    onUser?.(place + 1, users.length)
  })
  return {
    users,
    metrics,
    coverage: measureCoverage(shown),
    novelty: measureNovelty(shown, countBuyers(train), train.users),
    gini: measureGini(shown),
    shown,
    short: users.length > 0 ? short / users.length : 0,
  }
}

/**
 * Judges a scorer fitted on `train`. Candidates are all items the user did not have in train; ties go to the lower index.
 */
export function evaluate(
  scorer: Scorer,
  train: Interactions,
  test: Interactions,
  { repeat = false, all = false, ...options }: EvaluateOptions = {},
): Evaluation {
  const n = options.n ?? 10
  const scores = new Float64Array(train.items)
  const excluded = new Uint8Array(train.items)
  const heap = createHeap(n)
  const listFor = (user: number) => {
    scores.fill(0)
    scorer.score(user, scores)
    const own = train.indices.subarray(train.offsets[user]!, train.offsets[user + 1]!)
    if (!repeat) for (const item of own) excluded[item] = 1
    const list = topItems(scores, n, excluded, { all, heap }).map(({ item }) => item)
    if (!repeat) for (const item of own) excluded[item] = 0
    return list
  }
  return judgeLists(listFor, train, test, options)
}

/** Users with any interaction, ascending. */
export function listUsers({ users, offsets }: Interactions): Int32Array {
  return Int32Array.from({ length: users }, (_, user) => user).filter(
    (user) => offsets[user + 1]! > offsets[user]!,
  )
}

export function meanOf(values: Float64Array): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0
}
