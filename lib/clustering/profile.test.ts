import { describe, expect, it } from 'vitest'
import { prepareMatrix } from './prepare'
import { measureDistances, profileSegments } from './profile'

const raw = [Float64Array.of(1, 3, 10, 20), Float64Array.of(5, Number.NaN, Number.NaN, Number.NaN)]
const labels = Int32Array.of(0, 0, 1, 1)

describe('profileSegments', () => {
  const prepared = Float64Array.of(-1, 2, -1, 0, 0.5, -1, 1.5, -1)
  const profiles = profileSegments({ raw, prepared, labels, k: 3 })

  it('gives size, raw mean and median, and the mean of the prepared values', () => {
    expect(profiles[0]).toEqual({
      size: 2,
      features: [
        { mean: 2, median: 2, z: -1 },
        { mean: 5, median: 5, z: 1 },
      ],
    })
    expect(profiles[1]!.features[0]).toEqual({ mean: 15, median: 15, z: 1 })
  })

  it('knows no raw figure where no row has one, nor for an empty segment', () => {
    expect(profiles[1]!.features[1]).toEqual({ mean: null, median: null, z: -1 })
    expect(profiles[2]).toEqual({ size: 0, features: Array(2).fill({ mean: null, median: null, z: 0 }) })
  })

  it('has z values that weigh out to zero over all segments', () => {
    const matrix = prepareMatrix([Float64Array.of(1, 3, 10, 20)])
    const [one, two] = profileSegments({ raw: [raw[0]!], prepared: matrix.data, labels, k: 2 })
    expect(one!.size * one!.features[0]!.z + two!.size * two!.features[0]!.z).toBeCloseTo(0, 12)
  })

  it('refuses a matrix of another shape', () => {
    expect(() => profileSegments({ raw, prepared: new Float64Array(7), labels, k: 2 })).toThrow(RangeError)
  })
})

describe('measureDistances', () => {
  it('measures every row from its own centroid', () => {
    const rows = Float64Array.of(0, 0, 3, 4, 1, 1)
    const distances = measureDistances(rows, 2, Int32Array.of(0, 0, 1), Float64Array.of(0, 0, 1, 0))
    expect([...distances]).toEqual([0, 5, 1])
  })
})
