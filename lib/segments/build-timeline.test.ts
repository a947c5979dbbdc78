import { expect, it } from 'vitest'
import { buildTimeline } from './build-timeline'

const month = (segment: number, year: number, of: number, net: number) => ({
  segment,
  month: 12 * year + of - 1,
  net,
  sales: net,
  returns: 0,
  discounts: null,
})

it('runs from the first month to the as-of day’s, without a gap, over the turn of the year', () => {
  const figures = [month(0, 2023, 11, 5), month(1, 2024, 1, -2), month(-1, 2023, 12, 99)]
  expect(buildTimeline(figures, 2, '2024-02-10')).toEqual({
    months: ['2023-11', '2023-12', '2024-01', '2024-02'],
    revenue: [
      [5, 0, 0, 0],
      [0, 0, -2, 0],
    ],
  })
})

it('is empty without lines', () => {
  expect(buildTimeline([], 1, '2024-02-10')).toEqual({ months: [], revenue: [[]] })
})
