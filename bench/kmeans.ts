import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { kmeans as mlKmeans } from 'ml-kmeans'
import { type KmeansResult, kmeans } from '@/lib/clustering/kmeans'
import { gatherRows } from '@/lib/clustering/matrix'
import { getKernel } from '@/lib/clustering-engine/kernel'
import { createRandom, sampleIndices } from '@/lib/statistics/random'
import { markdownTable } from './compare'
import { drawCustomers } from './kmeans-data'
import { startSklearn } from './kmeans-sklearn'

// npx tsx bench/kmeans.ts [file for the tables]
// Our k-means beside scikit-learn (two threads) and ml-kmeans, interleaved: the same data, the same starting centroids,
// the same rule to stop. Our time is that of the whole call: checks, copying into the kernel's memory, labels out.
if (!getKernel()) throw new Error('The kernel is not built: npx tsx lib/tooling/build-kernel.ts')
const columns = 8
const maxIterations = 300
const agreement = 1e-6
/** ms between the contenders: the threads of one spin for a moment after its work. Then each runs once untimed. */
const pause = 50
const sklearn = await startSklearn()

interface Case {
  rows: number
  k: number
  /** as in both products: relative; 0 = until no row moves */
  tolerance: number
  restarts: number
  rounds: number
  /** times as fast as scikit-learn */
  target: number | null
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!
const ms = (time: number) => time.toFixed(time < 100 ? 1 : 0)
const datasets = new Map<number, { values: Float64Array; file: string }>()

function loadData(rows: number): { values: Float64Array; file: string } {
  const known = datasets.get(rows)
  if (known) return known
  const values = drawCustomers(rows)
  const file = join(tmpdir(), `personae-kmeans-${process.pid}-${rows}.f64`)
  writeFileSync(file, values)
  datasets.set(rows, { values, file })
  return { values, file }
}

const drawStart = (values: Float64Array, k: number, seed: number) =>
  gatherRows(values, columns, sampleIndices(values.length / columns, k, createRandom(seed)))

function requireSame(ours: number, theirs: number, what: string): void {
  if (!(Math.abs(ours / theirs - 1) <= agreement))
    throw new Error(`${what}: an inertia of ${ours} is not ${theirs}`)
}

async function runCase({ rows, k, tolerance, restarts, rounds, target }: Case) {
  const { values, file } = loadData(rows)
  const starts = Array.from({ length: restarts }, (_, i) => drawStart(values, k, k + i))
  const initial = Float64Array.from(starts.flatMap((start) => [...start]))
  const runOurs = () => kmeans(values, rows, columns, { k, initial, maxIterations, tolerance })
  const request = { data: file, columns, k, starts: [...initial], maxIterations, tolerance }
  const own: number[] = []
  const theirs = { lloyd: [] as number[], elkan: [] as number[] }
  let fit: KmeansResult = runOurs()
  for (let round = 0; round < rounds; round++) {
    await sleep(pause)
    if (restarts === 1) runOurs()
    const before = performance.now()
    fit = runOurs()
    own.push(performance.now() - before)
    await sleep(pause)
    for (const algorithm of ['lloyd', 'elkan'] as const) {
      // the slower one by far is not asked again
      if (round > 0 && algorithm === 'elkan' && theirs.elkan[0]! > 1.5 * theirs.lloyd[0]!) continue
      if (restarts > 1 && algorithm === 'elkan') continue
      if (restarts === 1) await sklearn.fit({ ...request, algorithm })
      const { milliseconds, inertia } = await sklearn.fit({ ...request, algorithm })
      theirs[algorithm].push(milliseconds)
      requireSame(fit.inertia, inertia, `${rows} rows, k = ${k}, ${algorithm}`)
    }
  }
  const elkan = theirs.elkan.length > 0 ? median(theirs.elkan) : Number.POSITIVE_INFINITY
  const best = Math.min(median(theirs.lloyd), elkan)
  const ratio = best / median(own)
  const fastest = Math.min(...theirs.lloyd, ...theirs.elkan) / Math.min(...own)
  const verdict = target === null ? '' : `≥ ${target}: ${ratio >= target ? 'met' : 'missed'}`
  return [
    rows.toLocaleString('en'),
    `${k}${restarts > 1 ? `, ${restarts} starts` : ''}`,
    fit.iterations,
    ms(median(own)),
    ms(median(theirs.lloyd)),
    elkan < Number.POSITIVE_INFINITY ? ms(elkan) : '–',
    `${ratio.toFixed(1)} ×`,
    `${fastest.toFixed(1)} ×`,
    verdict,
  ]
}

/** From the same start for as many iterations; ml-kmeans once, as it takes long. */
function compareMlKmeans(rows: number, k: number): string {
  const { values } = loadData(rows)
  const initial = drawStart(values, k, k)
  const toRows = (list: Float64Array) =>
    Array.from({ length: list.length / columns }, (_, i) => [
      ...list.subarray(i * columns, (i + 1) * columns),
    ])
  const times = Array.from({ length: 3 }, () => {
    const before = performance.now()
    const { iterations } = kmeans(values, rows, columns, { k, initial, tolerance: 1e-4 })
    return { time: performance.now() - before, iterations }
  })
  const own = median(times.map(({ time }) => time))
  const { iterations } = times[0]!
  const list = toRows(values)
  const before = performance.now()
  mlKmeans(list, k, { initialization: toRows(initial), maxIterations: iterations, tolerance: 0 })
  const other = performance.now() - before
  const figures = `${ms(own)} ms beside ${ms(other)} ms of ml-kmeans, ${(other / own).toFixed(1)} times as fast`
  return `1,000,000 × 8, k = ${k}, ${iterations} iterations: ${figures} (target 20: ${other / own >= 20 ? 'met' : 'missed'}).`
}

/** A million rows with twelve columns, on all rows, seeding included. */
function runTwelve(): string {
  const rows = 1_000_000
  const values = drawCustomers(rows, 12)
  const before = performance.now()
  const { iterations, converged, inertia } = kmeans(values, rows, 12, { k: 8 })
  const time = performance.now() - before
  return `1,000,000 × 12, k = 8, seeding on a sample and all rows refined: ${ms(time)} ms, ${iterations} iterations, converged: ${converged}, inertia ${inertia.toFixed(1)}.`
}

const sizes = [
  { rows: 10_000, k: 5, rounds: 15, target: 3 },
  { rows: 10_000, k: 10, rounds: 15, target: 3 },
  { rows: 100_000, k: 5, rounds: 9, target: 3 },
  { rows: 100_000, k: 10, rounds: 7, target: 3 },
  { rows: 1_000_000, k: 5, rounds: 5, target: 2.5 },
  { rows: 1_000_000, k: 10, rounds: 5, target: 4 },
]
const cases: Case[] = [
  ...sizes.map((size) => ({ ...size, tolerance: 1e-4, restarts: 1 })),
  { rows: 1_000_000, k: 10, rounds: 3, target: 6, tolerance: 1e-4, restarts: 10 },
]
const exact: Case[] = sizes.map((size) => ({
  ...size,
  rounds: Math.ceil(size.rounds / 2),
  tolerance: 0,
  restarts: 1,
  target: null,
}))
const header = [
  'rows × 8',
  'k',
  'iterations',
  'ours, ms',
  'Lloyd, ms',
  'Elkan, ms',
  'ratio',
  'of the fastest runs',
  'target',
]

const parts: string[] = []
for (const [title, list] of [
  ['Tolerance 1e-4, the default of both', cases],
  [`Tolerance 0: until no row moves, or ${maxIterations} iterations`, exact],
] as const) {
  const rows: (string | number)[][] = []
  for (const one of list) rows.push(await runCase(one))
  parts.push(`${title}:\n\n${markdownTable(header, rows)}`)
  console.log(parts.at(-1))
}
sklearn.close()
parts.push(compareMlKmeans(1_000_000, 10), runTwelve())
console.log(parts.slice(-2).join('\n'))
for (const { file } of datasets.values()) rmSync(file)
if (process.argv[2]) writeFileSync(process.argv[2], `${parts.join('\n\n')}\n`)
process.exit()
