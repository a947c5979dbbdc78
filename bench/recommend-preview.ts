/**
 * `NODE_OPTIONS=--conditions=react-server npx tsx bench/recommend-preview.ts`: how long a customer's lists by every strategy
 * take with a model of 1,000,000 interactions (50,000 customers × 10,000 products): the first time, with the model read from
 * disk in a process of its own, and after that.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fitModels } from '@/lib/recommendations/fit-strategies'
import { publishModel, readModel } from '@/lib/recommendations/model-file'
import type { CatalogueProduct } from '@/lib/recommendations/observations'
import { previewCustomer } from '@/lib/recommendations/preview-customer'
import { rulesSchema } from '@/lib/recommendations/settings-schema'
import { buildInteractions } from '@/lib/recommending/interactions'
import { markdownTable } from './compare'
import { drawTriples } from './draw-triples'

const [users, items, count] = [50_000, 10_000, 1_000_000]
/** in the order of how much they have: by Zipf's law the first the most */
const previewed = [0, 100, 5_000, 25_000, 49_000]
const kinds = ['tea', 'candle', 'soap', 'lamp', 'cup', 'rug', 'vase', 'scarf', 'towel', 'frame']
const looks = ['green', 'warm', 'soft', 'tall', 'small', 'woven', 'glazed', 'striped', 'plain', 'old']

function describeProduct(item: number): CatalogueProduct {
  const [kind, look] = [kinds[item % 10]!, looks[Math.floor(item / 10) % 10]!]
  return {
    id: `P${item}`,
    title: `${look} ${kind} number ${Math.floor(item / 100)}`,
    category: kind,
    brand: `brand ${item % 37}`,
    tags: `${look}, gift`,
    description: `A ${look} ${kind} of our own for every day.`,
    ...{ price: 5 + (item % 90), cost: 3, stock: item % 11 },
  }
}

type Times = { first: number; again: number[]; rules: number[]; megabytes: number }

/** The first preview of a fresh process, then those of more customers, then all of them under other rules. */
async function preview(path: string): Promise<Times> {
  const rules = rulesSchema.parse({})
  const strict = rulesSchema.parse({ inStock: true, perCategory: 1, marginBoost: 0.5 })
  const run = async (customer: number, applied: typeof rules) => {
    const start = performance.now()
    previewCustomer(await readModel(path), customer, applied, 10)
    return performance.now() - start
  }
  const first = await run(previewed[0]!, rules)
  const again: number[] = []
  const changed: number[] = []
  for (const customer of previewed) again.push(await run(customer, rules))
  for (const customer of previewed) changed.push(await run(customer, strict))
  return { first, again, rules: changed, megabytes: process.memoryUsage.rss() / 2 ** 20 }
}

const [given] = process.argv.slice(2)
if (given) {
  console.log(JSON.stringify(await preview(given)))
} else {
  const folder = mkdtempSync(join(tmpdir(), 'personae-preview-'))
  const path = join(folder, 'bench.model')
  const products = Array.from({ length: items }, (_, item) => describeProduct(item))
  const interactions = buildInteractions(users, items, drawTriples(users, items, count))
  const groups = { of: Int32Array.from({ length: users }, (_, user) => user % 6), count: 6 }
  const recent = Float64Array.from({ length: items }, (_, item) => 1 / (item + 1))
  const start = performance.now()
  const { models, skipped } = fitModels({ interactions, recent, groups, content: products })
  const fitted = performance.now() - start
  const customerIds = Array.from({ length: users }, (_, user) => `C${String(user).padStart(6, '0')}`)
  const blend = [
    { strategy: 'item' as const, weight: 0.6 },
    { strategy: 'content' as const, weight: 0.4 },
  ]
  const segmentIds = ['a', 'b', 'c', 'd', 'e', 'f']
  await publishModel(
    { models, customerIds, products, blend, chosen: 'hybrid', levels: null, segmentIds },
    path,
  )
  const size = statSync(path).size / 2 ** 20
  const runs = Array.from({ length: 5 }, (): Times => {
    const answer = execFileSync(process.execPath, [...process.execArgv, process.argv[1]!, path], {
      encoding: 'utf8',
    })
    return JSON.parse(answer)
  })
  rmSync(folder, { recursive: true })
  const spread = (values: number[]) => {
    const sorted = [...values].sort((a, b) => a - b)
    return [sorted[sorted.length >> 1]!, sorted.at(-1)!].map((value) => value.toFixed(0))
  }
  console.log(
    `Fitted in ${(fitted / 1000).toFixed(1)} s, without ${skipped.map(({ strategy }) => strategy).join(', ') || 'any left out'}; the file has ${size.toFixed(0)} MB; the process ${Math.max(...runs.map(({ megabytes }) => megabytes)).toFixed(0)} MB.\n`,
  )
  console.log(
    markdownTable(
      ['preview', 'median ms', 'slowest ms'],
      [
        ['the first, with the model from disk', ...spread(runs.map(({ first }) => first))],
        ['later ones', ...spread(runs.flatMap(({ again }) => again))],
        ['with other rules', ...spread(runs.flatMap(({ rules }) => rules))],
      ],
    ),
  )
}
