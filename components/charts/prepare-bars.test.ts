import { expect, it } from 'vitest'
import type { BarRow } from './bar-chart'
import { prepareBars } from './prepare-bars'

const row = (id: string, ...values: (number | null)[]): BarRow => ({
  id,
  label: id,
  color: 0,
  values,
  texts: values.map(String),
})
const rows = [row('a', 0.2, 0.5), row('b', 0.5, 0.4), row('c', null, 0.1), row('d', 0.3, -0.1)]

it('keeps the given order', () => {
  const bars = prepareBars(rows, 2, { order: 'given', limit: 12, sameScale: false })
  expect(bars.rows.map((bar) => bar.id)).toEqual(['a', 'b', 'c', 'd'])
  expect(bars.total).toBe(4)
})

it('puts the highest first measure on top and unknown values last', () => {
  const bars = prepareBars(rows, 2, { order: 'value', limit: 12, sameScale: false })
  expect(bars.rows.map((bar) => bar.id)).toEqual(['b', 'd', 'a', 'c'])
})

it('cuts after the limit and still tells the total', () => {
  const bars = prepareBars(rows, 2, { order: 'value', limit: 2, sameScale: false })
  expect(bars.rows.map((bar) => bar.id)).toEqual(['b', 'd'])
  expect(bars.total).toBe(4)
})

it('gives each measure its own axis with zero, or one for all', () => {
  expect(prepareBars(rows, 2, { order: 'given', limit: 12, sameScale: false }).domains).toEqual([
    [0, 0.5],
    [-0.1, 0.5],
  ])
  expect(prepareBars([row('a', 2, 10)], 2, { order: 'given', limit: 12, sameScale: true }).domains).toEqual([
    [0, 10],
    [0, 10],
  ])
})

it('has an axis when there is nothing to draw', () => {
  expect(prepareBars([], 1, { order: 'given', limit: 12, sameScale: false }).domains).toEqual([[0, 1]])
})
