import { describe, expect, it } from 'vitest'
import { createRandom, drawNormal } from '@/lib/statistics/random'
import { findNaturalGroups } from './natural-groups'

const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10]
const shapes = [
  [200, 5],
  [1000, 1],
  [1000, 2],
  [3000, 4],
  [1500, 10],
] as const

type Draw = (random: () => number, column: number, row: number) => number
const groupless: Record<string, Draw> = {
  'uniform data': (random) => random(),
  'a long uniform box': (random, column) => random() * (column === 0 ? 4 : 1),
  'one Gaussian': (random) => drawNormal(random),
  'one stretched Gaussian': (random, column) => (1 + column) * drawNormal(random),
}
const grouped: Record<string, Draw> = {
  'two groups five apart': (random, column, row) => drawNormal(random) + (column === 0 ? 5 * (row % 2) : 0),
  'one in twenty far off': (random, _, row) => drawNormal(random) + (row % 20 === 0 ? 6 : 0),
  'five groups in a row': (random, column, row) => drawNormal(random) + (column === 0 ? 9 * (row % 5) : 0),
}

function judge(draw: Draw, rows: number, columns: number, seed: number): boolean {
  const random = createRandom(seed)
  const data = Float64Array.from({ length: rows * columns }, (_, p) =>
    draw(random, p % columns, Math.floor(p / columns)),
  )
  return findNaturalGroups(data, rows, columns, ks, seed).found
}

describe('findNaturalGroups', () => {
  it.each(Object.entries(groupless))('finds none in %s', { timeout: 120_000 }, (_, draw) => {
    for (const [rows, columns] of shapes) {
      for (const seed of [1, 2, 3])
        expect([rows, columns, seed, judge(draw, rows, columns, seed)]).toContain(false)
    }
  })

  it.each(Object.entries(grouped))('finds %s', { timeout: 120_000 }, (_, draw) => {
    for (const [rows, columns] of shapes) {
      for (const seed of [1, 2])
        expect([rows, columns, seed, judge(draw, rows, columns, seed)]).toContain(true)
    }
  })

  it('finds none in groups along one Gaussian turned askew', () => {
    const random = createRandom(8)
    const data = new Float64Array(1000 * 3)
    for (let row = 0; row < 1000; row++) {
      const common = drawNormal(random)
      for (let c = 0; c < 3; c++) data[row * 3 + c] = common + 0.5 * drawNormal(random)
    }
    expect(findNaturalGroups(data, 1000, 3, ks, 1).found).toBe(false)
  })

  it('answers the same seed with the same figures, in the order of ks', () => {
    const random = createRandom(9)
    const data = Float64Array.from({ length: 700 * 2 }, () => random())
    const first = findNaturalGroups(data, 700, 2, [4, 2], 5)
    expect(first.comparisons.map(({ k }) => k)).toEqual([4, 2])
    expect(first.rows).toBe(500)
    expect(findNaturalGroups(data, 700, 2, [4, 2], 5)).toEqual(first)
  })
})
