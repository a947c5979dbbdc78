import { expect, it } from 'vitest'
import { divergingColor } from './diverging-color'
import { seriesColor } from './series-color'

it('gives twelve colours and starts over', () => {
  expect(seriesColor(0)).toBe('var(--series-1)')
  expect(seriesColor(11)).toBe('var(--series-12)')
  expect(seriesColor(12)).toBe('var(--series-1)')
  expect(seriesColor(-1)).toBe('var(--series-12)')
})

it('mixes towards the ends and stops at two standard deviations', () => {
  expect(divergingColor(0)).toContain('0%')
  expect(divergingColor(-1)).toBe('color-mix(in oklab, var(--diverging-low) 50%, var(--diverging-mid))')
  expect(divergingColor(5)).toBe(divergingColor(2))
})
