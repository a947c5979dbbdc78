import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureColumn, fieldColumn } from './column'
import {
  attributeId,
  formatFeatureId,
  levelId,
  type ParsedFeature,
  parseFeatureId,
  shareId,
} from './feature-id'

const text = fc.string({ unit: 'grapheme' })
const anyFeature = fc.oneof(
  fc.record({ kind: fc.constant('attribute' as const), name: text }),
  fc.record({ kind: fc.constant('level' as const), field: text, value: fc.option(text) }),
  fc.record({
    kind: fc.constant('share' as const),
    of: fc.constantFrom('category' as const, 'brand' as const, 'channel' as const),
    value: text,
  }),
)

describe('feature ids', () => {
  it('are written as agreed', () => {
    expect(attributeId('Points: total')).toBe('attribute:Points%3A%20total')
    expect(levelId('attribute:Plan', 'gold')).toBe('level:attribute%3APlan:gold')
    expect(levelId('country', null)).toBe('level:country:*')
    expect(levelId('country', '*')).toBe('level:country:%2A')
    expect(shareId('category', '护肤')).toBe('share:category:%E6%8A%A4%E8%82%A4')
  })

  it('say what they stand for, whatever the names hold', () => {
    fc.assert(
      fc.property(anyFeature, (feature: ParsedFeature) => {
        expect(parseFeatureId(formatFeatureId(feature))).toEqual(feature)
      }),
    )
  })

  it.each(['', 'Recency', 'a b', 'attribute:%', 'attribute:a b', 'level:x', 'share:price:x'])(
    'refuses %j',
    (id) => expect(parseFeatureId(id)).toBeNull(),
  )
  it.each(['level:a:b:c', 'share:brand:x:y', 'attribute:a:b', 'other:a', 'attribute:%41', 'constructor:x'])(
    'refuses %j',
    (id) => expect(parseFeatureId(id)).toBeNull(),
  )
})

describe('columns', () => {
  it('carry no text of a user', () => {
    expect(featureColumn('recency')).toBe('f_recency')
    expect(featureColumn('attribute:é')).toBe('f_6174747269627574653ac3a9')
    expect(fieldColumn('city')).toBe('t_63697479')
    fc.assert(
      fc.property(text, (id) => {
        expect(featureColumn(id)).toMatch(/^f_[a-z0-9_]*$/)
        expect(fieldColumn(id)).toMatch(/^t_[0-9a-f]*$/)
      }),
    )
  })

  it('differ where ids differ', () => {
    const id = fc.oneof(anyFeature.map(formatFeatureId), fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/))
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(featureColumn(a) === featureColumn(b)).toBe(a === b)
      }),
    )
  })
})
