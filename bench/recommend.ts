/**
 * `npx tsx bench/recommend.ts [interactions …]`: item neighbours (top 100) and the ten best new items of every user, beside
 * scipy.sparse (python3-scipy) on the same file. Default 1,000,000 interactions.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildInteractions, type Triples } from '@/lib/recommending/interactions'
import { createItemScorer } from '@/lib/recommending/neighbour-scorers'
import { itemNeighbours } from '@/lib/recommending/neighbours'
import { createHeap } from '@/lib/recommending/top-heap'
import { topItems } from '@/lib/recommending/top-items'
import { markdownTable } from './compare'
import { drawTriples } from './draw-triples'

const k = 100
const n = 10

function runOurs(users: number, items: number, triples: Triples) {
  const start = performance.now()
  const interactions = buildInteractions(users, items, triples)
  const neighbours = itemNeighbours(interactions, { k })
  const middle = performance.now()
  const scorer = createItemScorer(interactions, neighbours)
  const scores = new Float64Array(items)
  const excluded = new Uint8Array(items)
  const heap = createHeap(n)
  let total = 0
  for (let user = 0; user < users; user++) {
    scores.fill(0)
    scorer.score(user, scores)
    const own = interactions.indices.subarray(interactions.offsets[user]!, interactions.offsets[user + 1]!)
    for (const item of own) excluded[item] = 1
    for (const { score } of topItems(scores, n, excluded, { heap })) total += score
    for (const item of own) excluded[item] = 0
  }
  const end = performance.now()
  return {
    neighbours: middle - start,
    top: end - middle,
    similarities: neighbours.similarities.reduce((sum, value) => sum + value, 0),
    scores: total,
  }
}

type Run = ReturnType<typeof runOurs>
const median = (runs: readonly Run[], pick: (run: Run) => number) =>
  runs.map(pick).sort((a, b) => a - b)[runs.length >> 1]!
const counts = process.argv.slice(2).map(Number)
const rows: (string | number)[][] = []
for (const count of counts.length > 0 ? counts : [1_000_000]) {
  const [users, items] = [count / 20, 10_000]
  const triples = drawTriples(users, items, count)
  const folder = mkdtempSync(join(tmpdir(), 'personae-recommend-'))
  const path = join(folder, 'triples')
  for (const key of ['user', 'item', 'weight'] as const) writeFileSync(`${path}.${key}`, triples[key])
  const scipy: Run[] = []
  const ours: Run[] = []
  for (let round = 0; round < (count > 2_000_000 ? 1 : 3); round++) {
    ours.push(runOurs(users, items, triples))
    const args = ['bench/recommend_scipy.py', path, users, items, k, n].map(String)
    scipy.push(JSON.parse(execFileSync('/usr/bin/python3', args, { encoding: 'utf8' })))
  }
  rmSync(folder, { recursive: true })
  const differ = (key: 'similarities' | 'scores') => Math.abs(ours[0]![key] / scipy[0]![key] - 1)
  // neighbours that are equally alike but for rounding change places at the edge of the lists
  if (differ('similarities') > 1e-9 || differ('scores') > 1e-4)
    throw new Error(`the results differ: ${differ('similarities')} ${differ('scores')}`)
  const total = ({ neighbours, top }: Run) => neighbours + top
  rows.push([
    count.toLocaleString('en'),
    Math.round(median(ours, ({ neighbours }) => neighbours)),
    Math.round(median(scipy, ({ neighbours }) => neighbours)),
    Math.round(median(ours, ({ top }) => top)),
    Math.round(median(scipy, ({ top }) => top)),
    `${(median(scipy, total) / median(ours, total)).toFixed(1)} ×`,
    Math.round(process.resourceUsage().maxRSS / 2 ** 10),
  ])
}
const header = [
  'interactions',
  'neighbours, ms',
  'scipy, ms',
  'top ten, ms',
  'scipy, ms',
  'faster',
  'peak MB',
]
console.log(markdownTable(header, rows))
