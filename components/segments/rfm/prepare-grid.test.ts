import { expect, it } from 'vitest'
import { rfmMaps } from '@/lib/rfm/maps'
import { prepareGrid, writeScores } from './prepare-grid'

const number = (map: { cells: readonly number[] }) =>
  map.cells.map((_, i) => ({ customers: i, revenue: 2 * i }))

it('draws the best scores at the top and on the right', () => {
  const [plane, ...others] = prepareGrid(rfmMaps.ten, number(rfmMaps.ten))
  expect(others).toEqual([])
  const scores = plane!.rows.map((row) => row.map(writeScores))
  expect([scores[0]![0], scores[0]![4], scores[4]![0]]).toEqual(['R5 F1', 'R5 F5', 'R1 F1'])
  // cells of R5 are the last five of 25; 0 + 1 + … + 24 = 300 customers
  expect(plane!.rows[0]!.map(({ customers }) => customers)).toEqual([20, 21, 22, 23, 24])
  expect(plane!.rows[0]![4]).toMatchObject({ index: 24, revenue: 48, share: 24 / 300 })
  expect(plane!.customers).toBe(300)
})

it('has a plane for each monetary score, and every cell once', () => {
  const planes = prepareGrid(rfmMaps.braze, number(rfmMaps.braze))
  expect(planes.map(({ m }) => m)).toEqual([4, 3, 2, 1])
  const cells = planes.flatMap(({ rows }) => rows.flat())
  expect(cells.map(({ index }) => index).sort((a, b) => a - b)).toEqual(rfmMaps.braze.cells.map((_, i) => i))
  expect(cells.every(({ index, segment }) => rfmMaps.braze.cells[index] === segment)).toBe(true)
  expect(writeScores(planes[0]!.rows[0]![0]!)).toBe('R4 F1 M4')
})

it('has no shares of nobody', () => {
  const [plane] = prepareGrid(rfmMaps.ten, [])
  expect(plane!.rows.flat().every(({ share, customers }) => share === 0 && customers === 0)).toBe(true)
})
