import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal, sampleIndices, shuffleIndices } from '@/lib/statistics/random'
import { kmeans } from './kmeans'
import { gatherRows, measureInertia } from './matrix'

interface Case {
  data: Float64Array
  rows: number
  columns: number
  k: number
  seed: number
}

/** Continuous data, so that ties have probability zero. */
const cases = fc
  .record({
    rows: fc.integer({ min: 2, max: 120 }),
    columns: fc.integer({ min: 1, max: 6 }),
    groups: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 1, max: 9 }),
    scale: fc.constantFrom(1e-3, 1, 1e5),
    seed: fc.nat(1e6),
  })
  .map(({ rows, columns, groups, k, scale, seed }): Case => {
    const random = createRandom(seed)
    const data = Float64Array.from({ length: rows * columns }, (_, p) => {
      return scale * (5 * (Math.floor(p / columns) % groups) + drawNormal(random))
    })
    return { data, rows, columns, k: Math.min(k, rows), seed }
  })

/** Whole numbers from a small range: many ties and repeated rows. */
const gridCases = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    k: fc.integer({ min: 1, max: 6 }),
    seed: fc.nat(1e6),
    values: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 120 }),
  })
  .map(({ columns, k, seed, values }): Case => {
    const rows = Math.floor(values.length / columns)
    const data = Float64Array.from(values.slice(0, rows * columns))
    const distinct = new Set(
      Array.from({ length: rows }, (_, i) => data.subarray(i * columns, (i + 1) * columns).join()),
    )
    return { data, rows, columns, k: Math.min(k, distinct.size), seed }
  })

function distanceTo({ data, columns }: Case, row: number, centroids: Float64Array, j: number): number {
  let squared = 0
  for (let c = 0; c < columns; c++) squared += (data[row * columns + c]! - centroids[j * columns + c]!) ** 2
  return squared
}

function nearestDistance(one: Case, row: number, centroids: Float64Array): number {
  return Math.min(...Array.from({ length: one.k }, (_, j) => distanceTo(one, row, centroids, j)))
}

function drawStart({ data, rows, columns, k, seed }: Case): Float64Array {
  return gatherRows(data, columns, sampleIndices(rows, k, createRandom(seed + 1)))
}

describe('kmeans, whatever the data', () => {
  it('labels every row with its nearest centroid, counts right and leaves no cluster empty', () => {
    fc.assert(
      fc.property(fc.oneof(cases, gridCases), (one) => {
        const { data, rows, columns, k, seed } = one
        const { labels, centroids, sizes, inertia } = kmeans(data, rows, columns, { k, seed, restarts: 2 })
        const counts = new Int32Array(k)
        for (let row = 0; row < rows; row++) {
          counts[labels[row]!]!++
          const nearest = nearestDistance(one, row, centroids)
          expect(distanceTo(one, row, centroids, labels[row]!)).toBeLessThanOrEqual(
            nearest * (1 + 1e-9) + 1e-24,
          )
        }
        expect(sizes).toEqual(counts)
        expect(Math.min(...sizes)).toBeGreaterThan(0)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows)
        const recomputed = measureInertia(data, columns, labels, centroids)
        expect(Math.abs(inertia - recomputed)).toBeLessThanOrEqual(1e-12 * recomputed)
      }),
    )
  })

  it('never ends with more inertia than its start had', () => {
    fc.assert(
      fc.property(fc.oneof(cases, gridCases), (one) => {
        const initial = drawStart(one)
        let start = 0
        for (let row = 0; row < one.rows; row++) start += nearestDistance(one, row, initial)
        const { inertia } = kmeans(one.data, one.rows, one.columns, { k: one.k, initial, tolerance: 0 })
        expect(inertia).toBeLessThanOrEqual(start * (1 + 1e-9))
      }),
    )
  })

  it('does not mind the order of the rows, from the same start', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { data, rows, columns, k, seed } = one
        const initial = drawStart(one)
        const shuffled = gatherRows(data, columns, shuffleIndices(rows, createRandom(seed)))
        const straight = kmeans(data, rows, columns, { k, initial, tolerance: 0 })
        const mixed = kmeans(shuffled, rows, columns, { k, initial, tolerance: 0 })
        expect(Math.abs(mixed.inertia - straight.inertia)).toBeLessThanOrEqual(
          1e-9 * straight.inertia + 1e-18,
        )
      }),
    )
  })

  it('is done: one more run from its centroids changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ data, rows, columns, k, seed }) => {
        const first = kmeans(data, rows, columns, { k, seed, restarts: 2, tolerance: 0 })
        const again = kmeans(data, rows, columns, { k, initial: first.centroids, tolerance: 0 })
        expect(again.labels).toEqual(first.labels)
      }),
    )
  })
})
