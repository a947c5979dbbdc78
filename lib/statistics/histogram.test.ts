import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBin, histogram, roundEdges } from './histogram'

describe('histogram', () => {
  it('counts into round bins', () => {
    const { edges, counts } = histogram(Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), { bins: 5 })
    expect(edges).toEqual([0, 2, 4, 6, 8, 10])
    expect(counts).toEqual([2, 2, 2, 2, 2])
  })

  it('puts the upper limit into the last bin and outsiders into the end bins', () => {
    expect(histogram(Float64Array.of(-5, 0, 10, 99), { from: 0, to: 10, bins: 2 })).toEqual({
      edges: [0, 5, 10],
      counts: [2, 2],
    })
  })

  it('never splits whole numbers', () => {
    expect(histogram(Float64Array.of(1, 2, 3), { integers: true, bins: 40 }).edges).toEqual([1, 2, 3])
    expect(histogram(Float64Array.of(4, 4), { integers: true })).toEqual({ edges: [4, 5], counts: [2] })
  })

  it('has no bins for no values', () => {
    expect(histogram(Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY))).toEqual({
      edges: [],
      counts: [],
    })
  })

  it('writes decimal edges without rounding noise', () => {
    expect(roundEdges(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3])
  })

  it('holds every finite value in its bin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 80 }),
        (list) => {
          const values = Float64Array.from(list)
          const { edges, counts } = histogram(values)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(list.length)
          expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true)
          for (const value of values) {
            const bin = findBin(edges, value)
            if (value >= edges[0]!) expect(value).toBeGreaterThanOrEqual(edges[bin]!)
            if (bin < counts.length - 1) expect(value).toBeLessThan(edges[bin + 1]!)
          }
        },
      ),
    )
  })
})
