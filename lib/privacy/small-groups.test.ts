import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideGroups } from './small-groups'

describe('small groups', () => {
  it('hides what is under the threshold, and the next smallest with a single one', () => {
    expect(hideGroups([100, 4, 30, 20], 10)).toEqual([false, true, false, true])
    expect(hideGroups([100, 4, 7, 20], 10)).toEqual([false, true, true, false])
    expect(hideGroups([100, 4, 3, 20], 10)).toEqual([false, true, true, true])
    expect(hideGroups([100, 30, 20], 10)).toEqual([false, false, false])
  })

  it('lets a group of nobody stand', () => {
    expect(hideGroups([0, 50, 60], 10)).toEqual([false, false, false])
  })

  it('counts those who are in no group with the hidden ones', () => {
    expect(hideGroups([100, 20], 10, 3)).toEqual([false, true])
    expect(hideGroups([100, 4, 20], 10, 8)).toEqual([false, true, false])
  })

  it('never shows a small group, nor lets the hidden ones together be small while a larger one stands', () => {
    const sizes = fc.array(fc.nat(60), { maxLength: 12 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 30 }), fc.nat(40), (groups, threshold, others) => {
        const hidden = hideGroups(groups, threshold, others)
        const shown = groups.filter((_, index) => !hidden[index])
        expect(shown.every((size) => size === 0 || size >= threshold)).toBe(true)
        const together = groups.reduce((sum, size, index) => sum + (hidden[index] ? size : 0), others)
        const isClear = together === 0 || together >= threshold
        expect(isClear || shown.every((size) => size === 0)).toBe(true)
      }),
    )
  })
})
