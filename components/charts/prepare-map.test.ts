import { expect, it } from 'vitest'
import { dotLook, drawingRatio, frameMap, projectPoints } from './prepare-map'

const points = { total: 3, ids: ['a', 'b', 'c'], x: [-2, 0, 2], y: [0, 1, 4], segment: [0, 1, 0] }

it('frames all points', () => {
  expect(frameMap(points)).toEqual({ x: { low: -2, high: 2 }, y: { low: 0, high: 4 } })
})

it('frames a single place and no place at all', () => {
  expect(frameMap({ ...points, x: [5, 5, 5] }).x).toEqual({ low: 4, high: 6 })
  expect(frameMap({ total: 0, ids: [], x: [], y: [], segment: [] }).x).toEqual({ low: -1, high: 1 })
})

it('places points inside the drawing, higher values further up, hidden segments nowhere', () => {
  const places = projectPoints(points, frameMap(points), { width: 124, height: 224 }, new Set([1]))
  expect([...places.x]).toEqual([12, Number.NaN, 112])
  expect([...places.y]).toEqual([212, Number.NaN, 12])
})

it('draws smaller dots when there are more', () => {
  expect(dotLook(50_000).radius).toBeLessThan(dotLook(1_000).radius)
})

it('draws large clouds a little coarser on dense screens', () => {
  expect(drawingRatio(6_000, 2)).toBe(2)
  expect(drawingRatio(50_000, 2)).toBe(1.5)
  expect(drawingRatio(50_000, 1)).toBe(1)
})
