import { expect, it } from 'vitest'
import { niceAxis, niceTicks } from './nice-ticks'

it('gives round numbers inside the range', () => {
  expect(niceTicks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100])
  expect(niceTicks(3, 48, 4)).toEqual([20, 40])
  expect(niceTicks(-0.25, 0.25, 5)).toEqual([-0.2, -0.1, 0, 0.1, 0.2])
})

it('gives none where there is no range', () => {
  expect(niceTicks(5, 5, 4)).toEqual([])
  expect(niceTicks(Number.NaN, 4, 4)).toEqual([])
})

it('begins and ends an axis on round numbers', () => {
  expect(niceAxis(0, 137_000, 4)).toEqual({ domain: [0, 150_000], ticks: [0, 50_000, 100_000, 150_000] })
  expect(niceAxis(0.31, 0.42, 4).domain).toEqual([0.3, 0.45])
  expect(niceAxis(-30, 80, 4).domain).toEqual([-50, 100])
})

it('leaves room above the highest value', () => {
  expect(niceAxis(0, 100, 4, 0.1).domain).toEqual([0, 150])
})

it('has an axis for one value', () => {
  const axis = niceAxis(5, 5, 4)
  expect(axis.domain[0]).toBeLessThanOrEqual(5)
  expect(axis.domain[1]).toBeGreaterThan(5)
  expect(niceAxis(0, 0, 4).domain).toEqual([0, 1])
})

it('finds round numbers also where only one lies inside the range', () => {
  expect(niceAxis(1200, 1902, 3)).toEqual({ domain: [1000, 2000], ticks: [1000, 1500, 2000] })
})

it('has an axis when nothing is known', () => {
  expect(niceAxis(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3).domain).toEqual([0, 1])
})
