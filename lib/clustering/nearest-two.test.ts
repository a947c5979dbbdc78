import { describe, expect, it } from 'vitest'
import { findNearestTwo } from './nearest-two'

describe('findNearestTwo', () => {
  const data = Float64Array.of(0, 0, 3, 4, 10, 0)

  it('gives the nearest centroid and the one after it', () => {
    const found = findNearestTwo(data, 2, Float64Array.of(9, 0, 0, 0, 3, 0))
    expect([...found.nearest]).toEqual([1, 2, 0])
    expect([...found.second]).toEqual([2, 1, 2])
    expect([...found.distance]).toEqual([0, 4, 1])
    expect([...found.secondDistance]).toEqual([3, 5, 7])
  })

  it('takes the lower index of equally near ones', () => {
    const found = findNearestTwo(Float64Array.of(0, 0), 2, Float64Array.of(1, 0, -1, 0, 0, 1))
    expect([found.nearest[0], found.second[0]]).toEqual([0, 1])
  })

  it('has no second with one centroid', () => {
    const found = findNearestTwo(data, 2, Float64Array.of(0, 0))
    expect([...found.second]).toEqual([-1, -1, -1])
    expect(found.secondDistance.every(Number.isNaN)).toBe(true)
  })
})
