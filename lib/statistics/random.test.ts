import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moments } from './moments'
import { createRandom, drawNormal, sampleIndices, shuffleIndices } from './random'

const draw = (seed: number, n: number) => {
  const random = createRandom(seed)
  return Float64Array.from({ length: n }, () => random())
}

describe('createRandom', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100))
    expect(draw(7, 100)).not.toEqual(draw(8, 100))
  })

  it('is uniform in [0, 1)', () => {
    const { min, max, mean, sd } = moments(draw(1, 100_000))
    expect(min).toBeGreaterThanOrEqual(0)
    expect(max).toBeLessThan(1)
    expect(mean).toBeCloseTo(0.5, 2)
    expect(sd).toBeCloseTo(Math.sqrt(1 / 12), 2)
  })
})

describe('shuffleIndices and sampleIndices', () => {
  it('shuffle all indices', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer(), (n, seed) => {
        const shuffled = shuffleIndices(n, createRandom(seed))
        expect([...shuffled].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i))
      }),
    )
  })

  it('sample distinct ascending indices, as many as asked for or as there are', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(250), fc.integer(), (n, size, seed) => {
        const sample = sampleIndices(n, size, createRandom(seed))
        expect(sample.length).toBe(Math.min(n, size))
        expect(sample.every((index, i) => index < n && (i === 0 || index > sample[i - 1]!))).toBe(true)
      }),
    )
  })

  it('sample every index equally often', () => {
    const random = createRandom(3)
    const counts = new Int32Array(10)
    for (let i = 0; i < 10_000; i++) for (const index of sampleIndices(10, 3, random)) counts[index]!++
    expect(Math.min(...counts)).toBeGreaterThan(2800)
    expect(Math.max(...counts)).toBeLessThan(3200)
  })
})

describe('drawNormal', () => {
  it('has mean 0, standard deviation 1 and no skew', () => {
    const random = createRandom(5)
    const { mean, sd, skewness } = moments(Float64Array.from({ length: 100_000 }, () => drawNormal(random)))
    expect(mean).toBeCloseTo(0, 1)
    expect(sd).toBeCloseTo(1, 1)
    expect(skewness).toBeCloseTo(0, 1)
  })
})
