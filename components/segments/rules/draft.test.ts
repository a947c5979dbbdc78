import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseRule } from '@/lib/rules/normalise-rule'
import { anyRule } from '@/lib/rules/rules.fixture'
import { changeNode, readNumber, toDraft, toRule } from './draft'

describe('draft', () => {
  it('gives the rule back that it was made from', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const { rule: back, unfinished } = toRule(toDraft(rule))
        expect(unfinished).toBe(0)
        expect(normaliseRule(back)).toEqual(normaliseRule(rule))
      }),
    )
  })

  it('leaves out what is not finished', () => {
    const draft = toDraft({ type: 'feature', feature: 'recency', operator: '<=', value: 30, upper: null })
    const [first] = draft.rules
    const empty = changeNode(draft, first!.key, (node) =>
      node.type === 'feature' ? { ...node, value: 'x' } : node,
    )
    expect(toRule(empty)).toEqual({
      rule: { type: 'group', operator: 'and', not: false, rules: [] },
      unfinished: 1,
    })
    expect(changeNode(draft, first!.key, () => null).rules).toEqual([])
  })

  it('reads numbers as they are typed', () => {
    expect(readNumber(' 1,5 ', false)).toBe(1.5)
    expect(readNumber('7', true)).toBe(0.07)
    expect(readNumber('−3', false)).toBe(-3)
    for (const typed of ['', 'abc', '1,000,000', '0x10', '1e999', 'Infinity'])
      expect(readNumber(typed, false)).toBe(null)
  })
})
