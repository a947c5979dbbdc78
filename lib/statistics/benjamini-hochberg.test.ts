import { expect, it } from 'vitest'
import { adjustForDiscoveries } from './benjamini-hochberg'

it('discovers what the example of Benjamini and Hochberg 1995 discovers', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  const adjusted = adjustForDiscoveries(p)
  expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(4)
  expect(adjusted[0]).toBeCloseTo(0.0015, 12)
  expect(adjusted[3]).toBeCloseTo(0.035625, 12)
  expect(adjusted[14]).toBe(1)
})

it('keeps the order given, and never falls below a smaller p value', () => {
  const adjusted = adjustForDiscoveries([0.01, 0.04, 0.03, 0.005, 0.55, 0.02, 0.02])
  const expected = [0.035, 0.14 / 3, 0.042, 0.035, 0.55, 0.035, 0.035]
  adjusted.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 12)
  })
  expect(adjustForDiscoveries([])).toEqual([])
})
