import { expect, it } from 'vitest'
import { prepareHeatMap } from './prepare-heat-map'

const rows = [
  { id: 'age', label: 'Age' },
  { id: 'recency', label: 'Recency' },
  { id: 'empty', label: 'Empty' },
]
const cells = [
  [
    { z: 0.2, value: '34' },
    { z: -0.2, value: '31' },
  ],
  [
    { z: -1.5, value: '4 days' },
    { z: 1.8, value: '210 days' },
  ],
]

it('puts the rows on top in which the columns differ most, unknown ones last', () => {
  const map = prepareHeatMap(rows, 2, cells, { order: 'telling', limit: 40 })
  expect(map.rows.map((row) => row.id)).toEqual(['recency', 'age', 'empty'])
})

it('completes missing cells', () => {
  const map = prepareHeatMap(rows, 2, cells, { order: 'given', limit: 40 })
  expect(map.rows[2]?.cells).toEqual([
    { z: null, value: '–' },
    { z: null, value: '–' },
  ])
})

it('cuts after the limit and tells the total', () => {
  const map = prepareHeatMap(rows, 2, cells, { order: 'telling', limit: 1 })
  expect(map.rows).toHaveLength(1)
  expect(map.total).toBe(3)
})

it('widens columns for long values', () => {
  const wide = prepareHeatMap(rows.slice(0, 1), 1, [[{ z: 0, value: 'HK$1,234,567.00' }]], {
    order: 'given',
    limit: 40,
  })
  expect(wide.columnWidth).toBeGreaterThan(72)
  expect(prepareHeatMap(rows, 2, cells, { order: 'given', limit: 40 }).columnWidth).toBe(72)
})
