import fc from 'fast-check'
import { attributeId, shareId, shareKinds } from '@/lib/features/feature-id'
import { attributeField } from '@/lib/features/field'
import { unstorable } from '@/lib/shared/storable'
import { featureOperators, fieldOperators, type Rule } from './rule'

const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'a "quoted" one',
      "O'Hara",
      '上海',
      '忠诚 等级',
      'a\\b',
      '*/',
      '“x”',
      'and',
      '100 %',
      'line\nbreak',
      '__proto__',
    ),
  )
  .filter((one) => !unstorable.test(one))
const name = text.filter((one) => one.length > 0)
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(-0, 0.07, 0.29, 1e21, 1e-7, 0.1 + 0.2),
)

const feature = fc.oneof(
  fc.constantFrom(
    'recency',
    'frequency',
    'monetary',
    'share',
    'missing',
    'gender',
    'discount_share',
    'share:other',
  ),
  name,
  name.map(attributeId),
  fc.tuple(fc.constantFrom(...shareKinds), name).map(([of, value]) => shareId(of, value)),
)
const field = fc.oneof(
  fc.constantFrom('gender', 'country', 'city', 'email_kind', 'constructor'),
  name,
  name.map(attributeField),
)

const condition: fc.Arbitrary<Rule> = fc.oneof(
  fc
    .record({ feature, operator: fc.constantFrom(...featureOperators), value: number, upper: number })
    .map(({ feature: id, operator, value, upper }) => ({
      type: 'feature' as const,
      feature: id,
      operator,
      value: operator === 'missing' || operator === 'present' ? null : value,
      upper: operator === 'between' ? upper : null,
    })),
  fc
    .record({
      field,
      operator: fc.constantFrom(...fieldOperators),
      values: fc.array(text, { minLength: 1, maxLength: 3 }),
    })
    .map(({ field: id, operator, values }) => ({
      type: 'field' as const,
      field: id,
      operator,
      values: operator === 'missing' || operator === 'present' ? [] : values,
    })),
  fc.record({ type: fc.constant('segment' as const), segmentId: name, member: fc.boolean() }),
)

/** Rules of at most three levels of groups, some of them empty or of one condition. */
export const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc.record({
      type: fc.constant('group' as const),
      operator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(tie('rule'), { maxLength: 3 }),
    }),
  ),
})).rule
