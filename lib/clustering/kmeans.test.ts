import { kmeans as mlKmeans } from 'ml-kmeans'
import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal, sampleIndices } from '@/lib/statistics/random'
import { iris, irisColumns, irisRows } from './iris.fixture'
import { kmeans } from './kmeans'
import { gatherRows, measureInertia } from './matrix'

const IRIS_BEST = 78.851441426146

/** Rows around `groups` random centres, rows × columns. */
function drawBlobs(rows: number, columns: number, groups: number, seed: number): Float64Array {
  const random = createRandom(seed)
  const centres = Float64Array.from({ length: groups * columns }, () => 6 * random())
  return Float64Array.from({ length: rows * columns }, (_, p) => {
    const group = Math.floor(p / columns) % groups
    return centres[group * columns + (p % columns)]! + drawNormal(random)
  })
}

/** Long-tailed columns, as money and counts are. */
function drawSkewed(rows: number, columns: number, seed: number): Float64Array {
  const random = createRandom(seed)
  return Float64Array.from({ length: rows * columns }, () => Math.round(Math.exp(2 * drawNormal(random))))
}

function toRows(data: Float64Array, columns: number): number[][] {
  return Array.from({ length: data.length / columns }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns)),
  )
}

const sets = [
  { name: 'iris', data: iris, columns: irisColumns },
  { name: 'blobs', data: drawBlobs(2000, 3, 5, 1), columns: 3 },
  { name: 'overlapping blobs', data: drawBlobs(1500, 8, 12, 2), columns: 8 },
  { name: 'skewed', data: drawSkewed(1200, 4, 3), columns: 4 },
]

describe('kmeans', () => {
  it('finds the best three clusters of iris from any seed', () => {
    for (const seed of [1, 2, 3, 42, 2026]) {
      const result = kmeans(iris, irisRows, irisColumns, { k: 3, seed })
      expect(Math.abs(result.inertia - IRIS_BEST)).toBeLessThan(1e-6)
      expect([...result.sizes]).toEqual([62, 50, 38])
      expect(result.converged).toBe(true)
    }
  })

  describe.each(sets)('beside ml-kmeans on $name', ({ data, columns }) => {
    it.each([2, 3, 5, 8])('has its inertia from the same start, k = %i', (k) => {
      const rows = data.length / columns
      const initial = gatherRows(data, columns, sampleIndices(rows, k, createRandom(k)))
      const ours = kmeans(data, rows, columns, { k, initial, tolerance: 0, maxIterations: 1000 })
      const theirs = mlKmeans(toRows(data, columns), k, {
        initialization: toRows(initial, columns),
        maxIterations: 1000,
        tolerance: 0,
      })
      const labels = Int32Array.from(theirs.clusters)
      const inertia = measureInertia(data, columns, labels, Float64Array.from(theirs.centroids.flat()))
      expect(ours.converged).toBe(true)
      expect(Math.abs(ours.inertia - inertia)).toBeLessThanOrEqual(1e-6 * inertia)
    })
  })

  it('answers the same seed with the same bytes', () => {
    const data = drawBlobs(3000, 5, 6, 4)
    const options = { k: 6, seed: 9 }
    const first = kmeans(data, 3000, 5, options)
    const again = kmeans(Float64Array.from(data), 3000, 5, options)
    expect(Buffer.from(first.labels.buffer).equals(Buffer.from(again.labels.buffer))).toBe(true)
    expect(Buffer.from(first.centroids.buffer).equals(Buffer.from(again.centroids.buffer))).toBe(true)
    expect(again).toEqual(first)
  })

  it('treats Float32 data as the same numbers in doubles', () => {
    const single = Float32Array.from(drawBlobs(500, 3, 4, 5))
    const result = kmeans(single, 500, 3, { k: 4 })
    expect(result).toEqual(kmeans(Float64Array.from(single), 500, 3, { k: 4 }))
  })

  it('gives one cluster its mean and the total squares', () => {
    const result = kmeans(Float64Array.of(0, 0, 2, 0, 4, 3), 3, 2, { k: 1 })
    expect([...result.centroids]).toEqual([2, 1])
    expect(result).toMatchObject({ inertia: 14, iterations: 1, converged: true })
    expect([...result.sizes]).toEqual([3])
  })

  it('gives every distinct row a cluster when k asks for it', () => {
    const result = kmeans(Float64Array.of(1, 1, 2, 5, 5, 5), 6, 1, { k: 3 })
    expect([...result.sizes]).toEqual([3, 2, 1])
    expect([...result.centroids]).toEqual([5, 1, 2])
    expect(result.inertia).toBe(0)
  })

  it('starts an empty cluster anew at the farthest row', () => {
    const data = Float64Array.of(0, 1, 2, 10, 11, 12)
    const initial = Float64Array.of(1, 11, 1000)
    const result = kmeans(data, 6, 1, { k: 3, initial, tolerance: 0 })
    expect(Math.min(...result.sizes)).toBeGreaterThan(0)
    expect(result.inertia).toBe(2.5)
  })

  it('keeps the order of given centroids', () => {
    const data = Float64Array.of(0, 0.5, 10, 10.5, 11)
    const result = kmeans(data, 5, 1, { k: 2, initial: Float64Array.of(0, 11) })
    expect([...result.labels]).toEqual([0, 0, 1, 1, 1])
    expect([...result.sizes]).toEqual([2, 3])
  })

  it('keeps the best of several starts, as if it had run alone, and gives up on those far behind', () => {
    const random = createRandom(5)
    const data = Float64Array.from({ length: 3000 }, () => random() ** 3)
    const starts = [1, 2, 3, 4].map((seed) => gatherRows(data, 3, sampleIndices(1000, 6, createRandom(seed))))
    let iterations = 0
    const onIteration = () => {
      iterations++
    }
    const options = { k: 6, tolerance: 0, onIteration }
    const alone = starts.map((initial) => kmeans(data, 1000, 3, { ...options, initial }))
    const best = alone.reduce((least, fit) => (fit.inertia < least.inertia ? fit : least))
    const longest = iterations
    iterations = 0
    const initial = Float64Array.from(starts.flatMap((start) => [...start]))
    expect(kmeans(data, 1000, 3, { ...options, initial })).toEqual(best)
    expect(iterations).toBeLessThan(longest)
  })

  it('reports an inertia that never rises, down to the result', () => {
    const data = drawBlobs(2000, 4, 7, 6)
    const initial = gatherRows(data, 4, [0, 1, 2, 3, 4, 5, 6, 7])
    const seen: number[] = []
    const onIteration = (i: number, inertia: number) => {
      expect(i).toBe(seen.length + 1)
      seen.push(inertia)
    }
    const result = kmeans(data, 2000, 4, { k: 8, initial, tolerance: 0, onIteration })
    expect(seen.length).toBe(result.iterations)
    for (let i = 1; i < seen.length; i++) expect(seen[i]!).toBeLessThanOrEqual(seen[i - 1]! * (1 + 1e-12))
    expect(seen.at(-1)).toBeCloseTo(result.inertia, 6)
  })

  it('stops at the cap and says so', () => {
    const data = drawBlobs(2000, 4, 7, 6)
    const initial = gatherRows(data, 4, [0, 1, 2, 3, 4, 5, 6, 7])
    const result = kmeans(data, 2000, 4, { k: 8, initial, tolerance: 0, maxIterations: 2 })
    expect(result).toMatchObject({ iterations: 2, converged: false })
  })

  it.each([
    ['a gap', [0, Number.NaN, 1, 2], 4, 1, { k: 2 }, 'data must be finite: row 1, column 0'],
    ['infinity', [0, Number.POSITIVE_INFINITY], 1, 2, { k: 1 }, 'row 0, column 1'],
    ['k of 0', [0, 1], 2, 1, { k: 0 }, 'k must be'],
    ['half a cluster', [0, 1], 2, 1, { k: 1.5 }, 'k must be'],
    ['more clusters than rows', [0, 1], 2, 1, { k: 3 }, 'only 2 rows'],
    ['more clusters than distinct rows', [0, 1, 1], 3, 1, { k: 3 }, 'only 2 distinct rows'],
    ['a wrong length', [0, 1, 2], 2, 2, { k: 1 }, '3 values'],
    ['no rows', [], 0, 1, { k: 1 }, 'rows must be'],
    ['a wrong start', [0, 1], 2, 1, { k: 2, initial: Float64Array.of(0) }, 'initial has 1'],
    ['an empty start', [0, 1], 2, 1, { k: 2, initial: new Float64Array(0) }, 'initial is empty'],
    ['a start with a gap', [0, 1], 2, 1, { k: 1, initial: Float64Array.of(Number.NaN) }, 'initial must be'],
    ['a negative tolerance', [0, 1], 2, 1, { k: 1, tolerance: -1 }, 'tolerance'],
    ['no restarts', [0, 1], 2, 1, { k: 1, restarts: 0 }, 'restarts'],
    ['no iterations', [0, 1], 2, 1, { k: 1, maxIterations: 0 }, 'maxIterations'],
  ])('refuses %s', (_, data, rows, columns, options, message) => {
    const run = () => kmeans(Float64Array.from(data), rows, columns, options)
    expect(run).toThrow(RangeError)
    expect(run).toThrow(message)
  })
})
