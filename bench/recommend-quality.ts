/**
 * `npx tsx bench/recommend-quality.ts [folder of MovieLens-100k]`: how well the strategies find what people went on to have:
 * on ../shared/data (online retail by time, groceries with one item hidden a basket) and, with the folder, by the protocol
 * of published figures (ua.base/ua.test and u1 … u5; all unseen items are candidates, lists of 10, ties by the lower id).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrapDifference } from '@/lib/recommending/bootstrap'
import { createEaseScorer, fitEase, mostEaseItems } from '@/lib/recommending/ease'
import { type EvaluateOptions, type Evaluation, evaluate, meanOf } from '@/lib/recommending/evaluate'
import { createBlendScorer } from '@/lib/recommending/hybrid'
import { binarise, buildInteractions, type Interactions } from '@/lib/recommending/interactions'
import { createItemScorer, createUserScorer } from '@/lib/recommending/neighbour-scorers'
import { itemNeighbours, userNeighbours } from '@/lib/recommending/neighbours'
import { countBuyers, createPopularityScorer } from '@/lib/recommending/popularity'
import type { Scorer } from '@/lib/recommending/scorer'
import { splitByTime } from '@/lib/recommending/split'
import { createRandom } from '@/lib/statistics/random'
import { markdownTable } from './compare'

type Pair = { user: string; item: string; time: number }

function index(pairs: readonly Pair[]) {
  const number = (values: string[]) => new Map([...new Set(values)].sort().map((id, i) => [id, i]))
  return { users: number(pairs.map(({ user }) => user)), items: number(pairs.map(({ item }) => item)) }
}

function build({ users, items }: ReturnType<typeof index>, pairs: readonly Pair[]): Interactions {
  return binarise(
    buildInteractions(users.size, items.size, {
      user: Int32Array.from(pairs, ({ user }) => users.get(user)!),
      item: Int32Array.from(pairs, ({ item }) => items.get(item)!),
      weight: new Float64Array(pairs.length).fill(1),
    }),
  )
}

/** Test pairs that are new to their user, of users who have a past. */
function keepNew(train: readonly Pair[], test: readonly Pair[]): Pair[] {
  const known = new Set(train.map(({ user, item }) => `${user}\t${item}`))
  const users = new Set(train.map(({ user }) => user))
  return test.filter(({ user, item }) => users.has(user) && !known.has(`${user}\t${item}`))
}

const strategies: Record<string, (train: Interactions) => Scorer> = {
  popularity: (train) => createPopularityScorer(countBuyers(train)),
  'item cosine k=50': (train) => createItemScorer(train, itemNeighbours(train, { k: 50 })),
  'item cosine k=200': (train) => createItemScorer(train, itemNeighbours(train, { k: 200 })),
  'user cosine k=50': (train) => createUserScorer(train, userNeighbours(train, { k: 50 })),
  'EASE λ=458': (train) => createEaseScorer(train, fitEase(train, 458)),
  'EASE λ=100': (train) => createEaseScorer(train, fitEase(train, 100)),
  'hybrid (EASE, user)': (train) =>
    createBlendScorer(train.items, [
      { scorer: createEaseScorer(train, fitEase(train, 458)), weight: 0.7 },
      { scorer: createUserScorer(train, userNeighbours(train, { k: 50 })), weight: 0.3 },
    ]),
}

const figures = ['precision', 'recall', 'ndcg', 'map', 'hit'] as const

function judge(train: Interactions, test: Interactions, options: EvaluateOptions) {
  const judged: [string, Evaluation][] = []
  for (const [name, create] of Object.entries(strategies)) {
    if (name.includes('EASE') && train.items > mostEaseItems) continue
    judged.push([name, evaluate(create(train), train, test, options)])
  }
  return judged
}

function print(title: string, judged: readonly [string, Evaluation][]): void {
  const popularity = judged[0]![1]
  const rows = judged.map(([name, evaluation]) => {
    const { mean, low, high } = bootstrapDifference(evaluation.metrics.ndcg, popularity.metrics.ndcg)
    const [gain, from, to] = [mean, low, high].map((value) => value.toFixed(4))
    return [
      name,
      ...figures.map((figure) => meanOf(evaluation.metrics[figure]).toFixed(4)),
      evaluation.coverage.toFixed(3),
      name === 'popularity' ? '' : `${gain} (${from} to ${to})`,
    ]
  })
  const header = [
    'strategy',
    'P@10',
    'Recall@10',
    'NDCG@10',
    'MAP@10',
    'hit rate',
    'coverage',
    'NDCG above popularity',
  ]
  console.log(
    `\n**${title}**, ${popularity.users.length.toLocaleString('en')} users judged\n\n${markdownTable(header, rows)}`,
  )
}

const shared = join(import.meta.dirname, '../../shared/data')

function readRetail(): Pair[] {
  const text = readFileSync(join(shared, 'online_retail/slice_2010-12_to_2011-02.csv'), 'utf8')
  return text.split(/\r?\n/).flatMap((line) => {
    const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []
    const [, item = '', , quantity = '', time = '', , user = ''] = cells
    return user !== '' && Number(quantity) > 0
      ? [{ user, item, time: Date.parse(`${time.replace(' ', 'T')}Z`) }]
      : []
  })
}

if (existsSync(shared)) {
  const retail = readRetail()
  const times = Float64Array.from(retail, ({ time }) => time)
  const { testFrom } = splitByTime(times, { validation: 0, test: 0.2 })
  const train = retail.filter(({ time }) => time < testFrom)
  const test = keepNew(
    train,
    retail.filter(({ time }) => time >= testFrom),
  )
  const ids = index([...train, ...test])
  print('Online retail, the last fifth by time', judge(build(ids, train), build(ids, test), {}))

  const random = createRandom(1)
  const baskets = readFileSync(join(shared, 'groceries/groceries.csv'), 'utf8').trim().split(/\r?\n/)
  const seen: Pair[] = []
  const hidden: Pair[] = []
  for (const [number, line] of baskets.entries()) {
    const items = line.split(',')
    const hide = items.length > 1 && random() < 0.2 ? Math.floor(random() * items.length) : -1
    for (const [i, item] of items.entries()) {
      const pair = { user: String(number), item, time: 0 }
      if (i === hide) hidden.push(pair)
      else seen.push(pair)
    }
  }
  const groceries = index(seen)
  const found = hidden.filter(({ item }) => groceries.items.has(item))
  print(
    'Groceries, one item hidden in every fifth basket',
    judge(build(groceries, seen), build(groceries, found), {}),
  )
}

const folder = process.argv[2]
if (folder) {
  const read = (name: string): Pair[] =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([user = '', item = '']) => ({
        user: user.padStart(6, '0'),
        item: item.padStart(6, '0'),
        time: 0,
      }))
  const all = { all: true }
  const run = (name: string) => {
    const [train, test] = [read(`${name}.base`), read(`${name}.test`)]
    const ids = index([...train, ...test])
    return judge(build(ids, train), build(ids, test), all)
  }
  print('MovieLens-100k, ua', run('ua'))
  const folds = ['u1', 'u2', 'u3', 'u4', 'u5'].map(run)
  const rows = folds[0]!.map(([name], i) => [
    name,
    ...figures.map((figure) =>
      (folds.reduce((sum, fold) => sum + meanOf(fold[i]![1].metrics[figure]), 0) / 5).toFixed(4),
    ),
  ])
  console.log(
    `\n**MovieLens-100k, mean of u1 … u5**\n\n${markdownTable(['strategy', 'P@10', 'Recall@10', 'NDCG@10', 'MAP@10', 'hit rate'], rows)}`,
  )
}
