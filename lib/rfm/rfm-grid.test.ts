import { expect, it } from 'vitest'
import { rfmMaps } from './maps'
import { buildGrids, countScores, findGrid, foldCells, sumSegments } from './rfm-grid'
import { cellIndex, listCells } from './rfm-map'
import { placeCustomers, sumCells } from './scores'

const n = 200
const columns = {
  recency: Float64Array.from({ length: n }, (_, i) => (i * 37) % 101),
  frequency: Float64Array.from({ length: n }, (_, i) => 1 + ((i * i) % 7)),
  monetary: Float64Array.from({ length: n }, (_, i) => ((i * 53) % 97) - 4),
}
const total = columns.monetary.reduce((sum, value) => sum + value, 0)

it.each(Object.values(rfmMaps))('counts everybody once in the cells and segments of $id', (map) => {
  const grid = findGrid(buildGrids(columns), map)!
  const cells = foldCells(map, grid.cells)
  expect(cells).toEqual(
    sumCells(placeCustomers(columns, grid.bounds, map), columns.monetary, map.cells.length),
  )
  for (const parts of [cells, sumSegments(map, cells)]) {
    expect(parts.reduce((sum, { customers }) => sum + customers, 0)).toBe(n)
    expect(parts.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(total)
  }
  const [r, f, m] = (['r', 'f', 'm'] as const).map((axis) => countScores(map, cells, axis))
  expect([r, f].map((counts) => counts!.reduce((sum, count) => sum + count, 0))).toEqual([n, n])
  expect(m!.reduce((sum, count) => sum + count, 0)).toBe(map.axes === 'rf' ? 0 : n)
})

it('numbers cells as it lists them', () => {
  for (const map of Object.values(rfmMaps)) {
    expect(listCells(map).map((cell) => cellIndex(map.bins, cell))).toEqual(map.cells.map((_, i) => i))
  }
})
