/** `npx tsx bench/kmeans.ts`: our k-means against ml-kmeans from the same starting centroids. */
import { kmeans as mlKmeans } from 'ml-kmeans'
import { kmeans } from '@/lib/clustering/kmeans'
import { gatherRows } from '@/lib/clustering/matrix'
import { prepareMatrix } from '@/lib/clustering/prepare'
import { createRandom, drawNormal, sampleIndices } from '@/lib/statistics/random'
import { compare, markdownTable } from './compare'

const SIZES = [
  { rows: 10_000, rounds: 9, maxIterations: 100 },
  { rows: 100_000, rounds: 3, maxIterations: 50 },
  { rows: 1_000_000, rounds: 3, maxIterations: 40 },
]
const KS = [5, 10]
const SLOWEST = 20_000

/** Eight prepared features of customers of six kinds: days, counts, money, shares. */
function drawCustomers(rows: number): { data: Float64Array; columns: number } {
  const random = createRandom(rows)
  const kinds = Array.from({ length: 6 }, () => Array.from({ length: 8 }, () => random()))
  const raw = Array.from({ length: 8 }, () => new Float64Array(rows))
  for (let row = 0; row < rows; row++) {
    const kind = kinds[Math.floor(random() * kinds.length)]!
    const draw = (c: number) => 2 * kind[c]! + 0.6 * drawNormal(random)
    const values = [
      Math.min(730, Math.round(60 * Math.exp(draw(0)))),
      1 + Math.floor(Math.exp(draw(1))),
      Math.round(4000 * Math.exp(draw(2))) / 100,
      730 * random() ** (0.5 + kind[3]!),
      Math.exp(3 + draw(4)),
      Math.max(1, Math.round(20 + 15 * draw(5))),
      Math.min(1, Math.max(0, 0.3 * draw(6))),
      Math.min(1, Math.max(0, 0.25 * draw(7))),
    ]
    for (const [c, value] of values.entries()) raw[c]![row] = value
  }
  const { data, columns } = prepareMatrix(raw)
  return { data, columns }
}

function toRows(data: Float64Array, columns: number): number[][] {
  return Array.from({ length: data.length / columns }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns)),
  )
}

/** Σ of the squared distances to the nearest centroid: what both are judged by. */
function measureNearest(data: Float64Array, columns: number, centroids: Float64Array): number {
  let total = 0
  for (let p = 0; p < data.length; p += columns) {
    let nearest = Number.POSITIVE_INFINITY
    for (let q = 0; q < centroids.length; q += columns) {
      let squared = 0
      for (let c = 0; c < columns; c++) squared += (data[p + c]! - centroids[q + c]!) ** 2
      nearest = Math.min(nearest, squared)
    }
    total += nearest
  }
  return total
}

const milliseconds = (time: number) => time.toFixed(time < 100 ? 1 : 0)

async function runCase(rows: number, k: number, rounds: number, maxIterations: number): Promise<string[]> {
  const { data, columns } = drawCustomers(rows)
  const initial = gatherRows(data, columns, sampleIndices(rows, k, createRandom(k)))
  const list = toRows(data, columns)
  const start = toRows(initial, columns)
  const runOurs = () => kmeans(data, rows, columns, { k, initial, maxIterations, tolerance: 0 })
  const runTheirs = () => mlKmeans(list, k, { initialization: start, maxIterations, tolerance: 0 })
  const ours = runOurs()
  const before = performance.now()
  const theirs = runTheirs()
  const once = performance.now() - before
  const inertia = measureNearest(data, columns, ours.centroids)
  const peer = measureNearest(data, columns, Float64Array.from(theirs.centroids.flat()))
  const difference = Math.abs(inertia - peer) / peer
  if (difference > 1e-6)
    throw new Error(`inertia ${inertia} is not ml-kmeans's ${peer}: ${rows} rows, k = ${k}`)
  const contenders = [
    { name: 'ours', run: runOurs },
    { name: 'ml-kmeans', run: runTheirs },
  ]
  const measured = await compare(once > SLOWEST ? contenders.slice(0, 1) : contenders, {
    rounds,
    warmUp: false,
  })
  const own = measured[0]!.median
  const other = measured[1]?.median ?? once
  return [
    rows.toLocaleString('en'),
    String(k),
    `${ours.iterations}${ours.converged ? '' : ' (cap)'}`,
    milliseconds(own),
    milliseconds(other),
    `${(other / own).toFixed(1)} ×`,
    difference.toExponential(0),
  ]
}

const results: string[][] = []
for (const { rows, rounds, maxIterations } of SIZES) {
  for (const k of KS) results.push(await runCase(rows, k, rounds, maxIterations))
}
const header = ['rows × 8', 'k', 'iterations', 'ours, ms', 'ml-kmeans, ms', 'ratio', 'inertia differs by']
process.stdout.write(`${markdownTable(header, results)}\n`)
