import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildPointIndex, findNearestPoint } from './point-index'

const coordinate = fc.float({ min: 0, max: 300, noNaN: true })

it('finds the same distance as looking at every point', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { maxLength: 80 }),
      fc.tuple(coordinate, coordinate),
      (points, [spotX, spotY]) => {
        const x = Float32Array.from(points, (point) => point[0])
        const y = Float32Array.from(points, (point) => point[1])
        const index = buildPointIndex(x, y, 300, 200, 12)
        const distances = points.map((_, i) => (x[i]! - spotX) ** 2 + (y[i]! - spotY) ** 2)
        const best = Math.min(Number.POSITIVE_INFINITY, ...distances)
        const found = findNearestPoint(index, spotX, spotY, 12)
        if (best > 144) expect(found).toBe(-1)
        else expect(distances[found]).toBe(best)
      },
    ),
  )
})

it('leaves out points that are hidden (NaN)', () => {
  const index = buildPointIndex(
    Float32Array.of(Number.NaN, 20),
    Float32Array.of(Number.NaN, 10),
    100,
    100,
    12,
  )
  expect(findNearestPoint(index, 10, 10, 12)).toBe(1)
  expect(index.order).toHaveLength(1)
})
