import { describe, expect, it } from 'vitest'
import type { LabelledRows } from '@/lib/clustering/labelled-rows'
import { gatherRows } from '@/lib/clustering/matrix'
import { openPlainRows } from '@/lib/clustering/plain-rows'
import { refine } from '@/lib/clustering/refine'
import { createRandom, drawNormal, sampleIndices } from '@/lib/statistics/random'
import { getKernel, type Kernel } from './kernel'
import { openKernelRows } from './kernel-rows'

interface Case {
  rows: number
  columns: number
  k: number
  draw: (random: () => number, column: number, row: number) => number
  /** how the start is chosen: rows of the data, or these plus a centroid nobody is near */
  far?: boolean
}

const normal = (random: () => number) => drawNormal(random)
const blobs = (groups: number, apart: number) => (random: () => number, column: number, row: number) =>
  apart * (((row * 7 + column * 3) % groups) - groups / 2) + drawNormal(random)
const grid = (values: number) => (random: () => number) => Math.floor(values * random())

const cases: Record<string, Case> = {
  'one column': { rows: 3000, columns: 1, k: 7, draw: normal },
  'three columns, odd k': { rows: 5000, columns: 3, k: 5, draw: blobs(5, 4) },
  'eight columns': { rows: 20_000, columns: 8, k: 10, draw: blobs(12, 2) },
  'thirteen columns': { rows: 9000, columns: 13, k: 9, draw: blobs(6, 3) },
  'one Gaussian': { rows: 12_000, columns: 6, k: 12, draw: normal },
  'as many clusters as bytes of a vector': { rows: 7001, columns: 8, k: 16, draw: blobs(9, 2) },
  'one cluster more': { rows: 7001, columns: 8, k: 17, draw: blobs(9, 2) },
  'many clusters': { rows: 6000, columns: 5, k: 120, draw: normal },
  'ties on a grid': { rows: 8000, columns: 2, k: 6, draw: grid(5) },
  'ones and zeros': { rows: 9000, columns: 4, k: 8, draw: grid(2) },
  duplicates: { rows: 5000, columns: 3, k: 6, draw: (_, column, row) => ((row % 40) * (column + 2)) % 17 },
  'constant columns': { rows: 5000, columns: 4, k: 4, draw: (r, c) => (c % 2 ? 7 : drawNormal(r)) },
  'an empty cluster': { rows: 5000, columns: 2, k: 5, draw: blobs(3, 6), far: true },
  'long tails': { rows: 9000, columns: 4, k: 8, draw: (r) => Math.exp(3 * drawNormal(r)) },
  'a few giants': {
    rows: 9000,
    columns: 3,
    k: 6,
    draw: (r) => drawNormal(r) + (r() < 0.001 ? 1e7 * r() : 0),
  },
  'far from zero': { rows: 6000, columns: 3, k: 6, draw: (r) => 1e9 + 1e-2 * drawNormal(r) },
  'tiny numbers': { rows: 6000, columns: 5, k: 6, draw: (r) => 1e-60 * drawNormal(r) },
  'huge numbers': { rows: 6000, columns: 5, k: 6, draw: (r) => 1e60 * drawNormal(r) },
  'on the mean, with one far off': {
    rows: 4000,
    columns: 2,
    k: 4,
    draw: (r, _, row) => (row === 0 ? 1 : 1e-25 * drawNormal(r)),
  },
  'enough rows for threads': { rows: 60_000, columns: 7, k: 6, draw: blobs(7, 2) },
}

function drawCase({ rows, columns, k, draw, far }: Case, seed: number) {
  const random = createRandom(seed)
  const data = Float64Array.from({ length: rows * columns }, (_, p) =>
    draw(random, p % columns, Math.floor(p / columns)),
  )
  const initial = gatherRows(data, columns, sampleIndices(rows, k, random))
  if (far) initial.fill(1e3, initial.length - columns)
  return { data, initial }
}

function run(rows: LabelledRows, one: Case, data: Float64Array, initial: Float64Array, tolerance: number) {
  const seen: Float64Array[] = []
  const shiftTolerance = (tolerance * rows.totalSquares) / (one.rows * one.columns)
  const refined = refine(rows, {
    data,
    columns: one.columns,
    k: one.k,
    initial,
    maxIterations: 40,
    shiftTolerance,
    onIteration: (_, { centroids }) => {
      seen.push(Float64Array.from(centroids))
      return false
    },
  })
  const inertia = rows.measure(refined.centroids)
  const { mean, totalSquares } = rows
  return { ...refined, labels: Int32Array.from(rows.labels), inertia, mean, totalSquares, seen }
}

const kernel = getKernel() as Kernel

function runKernel(one: Case, data: Float64Array, initial: Float64Array, tolerance: number, from = kernel) {
  const rows = openKernelRows(from, data, one.rows, one.columns, one.k) as LabelledRows
  try {
    return run(rows, one, data, initial, tolerance)
  } finally {
    rows.close()
  }
}

describe('the kernel', () => {
  it('was built (npm start, npm test or npx tsx lib/tooling/build-kernel.ts do it)', () => {
    expect(kernel).not.toBeNull()
  })

  describe.each(Object.entries(cases))('on %s', (_, one) => {
    it.each([1, 2, 3])('equals plain typed arrays to the byte, seed %i', { timeout: 60_000 }, (seed) => {
      const { data, initial } = drawCase(one, seed)
      const tolerance = seed === 3 ? 1e-4 : 0
      const plain = run(openPlainRows(data, one.rows, one.columns), one, data, initial, tolerance)
      expect(runKernel(one, data, initial, tolerance)).toEqual(plain)
    })
  })

  it('gives the same with one thread', { timeout: 60_000 }, () => {
    const one = cases['enough rows for threads']!
    const { data, initial } = drawCase(one, 4)
    const alone: Kernel = { ...kernel, run: (phase, chunks, at) => kernel.run(phase, chunks, at, false) }
    expect(runKernel(one, data, initial, 0, alone)).toEqual(runKernel(one, data, initial, 0))
  })

  it('takes Float32 data, and equals plain typed arrays on it', () => {
    const one = cases['eight columns']!
    const drawn = drawCase(one, 5)
    const single = Float32Array.from(drawn.data)
    const rows = openKernelRows(kernel, single, one.rows, one.columns, one.k) as LabelledRows
    const own = run(rows, one, Float64Array.from(single), drawn.initial, 0)
    rows.close()
    const plain = openPlainRows(single, one.rows, one.columns)
    expect(own).toEqual(run(plain, one, Float64Array.from(single), drawn.initial, 0))
  })

  it('lays out what is opened later above what is open, and gives it back', () => {
    const one = cases['three columns, odd k']!
    const { data, initial } = drawCase(one, 6)
    const before = kernel.top
    const outer = openKernelRows(kernel, data, one.rows, one.columns, one.k) as LabelledRows
    const between = kernel.top
    const inner = runKernel(one, data, initial, 0)
    expect(kernel.top).toBe(between)
    expect(run(outer, one, data, initial, 0)).toEqual(inner)
    outer.close()
    expect(kernel.top).toBe(before)
  })

  it('leaves to plain typed arrays what it cannot hold', () => {
    const two = (value: number) => Float64Array.of(0, value)
    expect(openKernelRows(kernel, two(1), 2, 1, 256)).toBeNull()
    expect(openKernelRows(kernel, two(1e200), 2, 1, 2)).toBeNull()
    expect(openKernelRows(kernel, two(1e-200), 2, 1, 2)).toBeNull()
    expect(openKernelRows(kernel, two(Number.NaN), 2, 1, 2)).toBeNull()
    expect(openKernelRows(kernel, two(Number.POSITIVE_INFINITY), 2, 1, 2)).toBeNull()
  })
})
