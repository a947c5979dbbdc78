import { describe, expect, it } from 'vitest'
import { columnMeans, findDistinctRows, gatherRows, measureInertia, totalSquares } from './matrix'

const data = Float64Array.of(0, 0, 2, 4, 0, 0, 4, 2)

describe('matrix helpers', () => {
  it('gather rows in the order asked for', () => {
    expect([...gatherRows(data, 2, [3, 0, 3])]).toEqual([4, 2, 0, 0, 4, 2])
  })

  it('take means and squares about them', () => {
    const means = columnMeans(data, 4, 2)
    expect([...means]).toEqual([1.5, 1.5])
    expect(totalSquares(data, 4, means)).toBe(22)
  })

  it('measure inertia from labels and centroids', () => {
    expect(measureInertia(data, 2, Int32Array.of(0, 1, 0, 1), Float64Array.of(0, 0, 3, 3))).toBe(4)
  })

  it('find the first distinct rows, up to a limit', () => {
    expect(findDistinctRows(data, 4, 2, 9)).toEqual([0, 1, 3])
    expect(findDistinctRows(data, 4, 2, 2)).toEqual([0, 1])
  })
})
