import { attributeId, shareId, shareKinds } from '@/lib/features/feature-id'
import { attributeField } from '@/lib/features/field'
import type { Unit } from '@/lib/features/units'
import type { Cursor } from './cursor'
import { mostValues } from './limits'
import { keywords, plainFields } from './names'
import { fromPercent } from './percent'
import { type FeatureCondition, type FieldCondition, featureOperators, type SegmentCondition } from './rule'
import type { Token } from './tokens'

/** What there is to ask about. */
export type Vocabulary = {
  /** null for a feature that is not there */
  unit: (feature: string) => Unit | null
  hasField: (field: string) => boolean
  hasSegment: (segmentId: string) => boolean
}

/** `negated`: the text says `not contains`, which has no operator of its own. */
export type Parsed = { condition: FeatureCondition | FieldCondition | SegmentCondition; negated: boolean }

const unitWords: Record<string, Unit> = {
  day: 'days',
  days: 'days',
  天: 'days',
  日: 'days',
  year: 'years',
  years: 'years',
  岁: 'years',
  年: 'years',
  times: 'count',
  次: 'count',
}

const comparisons: readonly string[] = featureOperators.filter((operator) => !/[a-z]/.test(operator))

function parseNumber(cursor: Cursor, unit: Unit | null): number {
  const token = cursor.peek()
  if (token.kind !== 'number') return cursor.fail('unexpected', token, 'number')
  cursor.take()
  const named = cursor.peek()
  const isPercent = cursor.takes('%')
  const word = named.kind === 'word' && Object.hasOwn(unitWords, named.value) ? unitWords[named.value]! : null
  if (word !== null) cursor.take()
  const given = isPercent ? 'share' : word
  if (given && unit && given !== unit) cursor.fail('wrongUnit', named)
  const value = isPercent ? fromPercent(token.value) : Number(token.value)
  return Number.isFinite(value) ? value : cursor.fail('badNumber', token)
}

/** After `is`: missing, present and their opposites; null where something else stands, which is left to be read. */
function parsePresence(cursor: Cursor): 'missing' | 'present' | null {
  const not = cursor.sees('not') ? 1 : 0
  const missing = cursor.sees('missing', not)
  if (!missing && !cursor.sees('present', not)) return null
  for (let i = 0; i <= not; i++) cursor.take()
  return missing === (not === 0) ? 'missing' : 'present'
}

function parseFeatureTest(
  cursor: Cursor,
  feature: string,
  name: Token,
  vocabulary?: Vocabulary,
): FeatureCondition {
  const unit = vocabulary ? vocabulary.unit(feature) : null
  if (vocabulary && !unit) cursor.fail('unknownFeature', name)
  const base = { type: 'feature' as const, feature, value: null, upper: null }
  if (cursor.takes('is')) {
    const operator = parsePresence(cursor)
    return operator ? { ...base, operator } : cursor.fail('unexpected', cursor.peek(), 'test')
  }
  if (cursor.takes('between')) {
    const value = parseNumber(cursor, unit)
    cursor.need('and', 'and')
    return { ...base, operator: 'between', value, upper: parseNumber(cursor, unit) }
  }
  const operator = featureOperators.find((one) => comparisons.includes(one) && cursor.sees(one))
  if (!operator) return cursor.fail('unexpected', cursor.peek(), 'test')
  cursor.take()
  return { ...base, operator, value: parseNumber(cursor, unit) }
}

function parseList(cursor: Cursor): string[] {
  cursor.need('(', 'opening')
  const values = [cursor.needValue()]
  while (!cursor.takes(')')) {
    cursor.need(',', 'comma')
    if (values.length === mostValues) cursor.fail('tooMany', cursor.peek())
    values.push(cursor.needValue())
  }
  return values
}

function parseFieldTest(cursor: Cursor, field: string, name: Token, vocabulary?: Vocabulary): Parsed {
  if (vocabulary && !vocabulary.hasField(field)) cursor.fail('unknownField', name)
  const answer = (operator: FieldCondition['operator'], values: string[], negated = false): Parsed => ({
    condition: { type: 'field', field, operator, values },
    negated,
  })
  if (cursor.takes('is')) {
    const presence = parsePresence(cursor)
    if (presence) return answer(presence, [])
    return answer(cursor.takes('not') ? 'isNot' : 'is', [cursor.needValue()])
  }
  if (cursor.takes('=')) return answer('is', [cursor.needValue()])
  if (cursor.takes('!=')) return answer('isNot', [cursor.needValue()])
  const not = cursor.takes('not')
  if (cursor.takes('in')) return answer(not ? 'isNot' : 'is', parseList(cursor))
  if (cursor.takes('contains')) {
    return answer('contains', cursor.sees('(') ? parseList(cursor) : [cursor.needValue()], not)
  }
  return cursor.fail('unexpected', cursor.peek(), 'test')
}

function parseShare(cursor: Cursor): string {
  cursor.need('of', 'of')
  const token = cursor.take()
  const kind = shareKinds.find((one) => token.kind === 'word' && token.value === one)
  return kind ? shareId(kind, cursor.needText('name').value) : cursor.fail('unexpected', token, 'kindOfShare')
}

/** After a name: whether a number is compared, so that `attribute "…"` means the number. */
function comparesNumber(cursor: Cursor): boolean {
  if (cursor.sees('between')) return true
  return comparisons.some((one) => cursor.sees(one)) && cursor.peek(1).kind === 'number'
}

/** One condition on a feature, a field or a segment; throws RuleSyntaxError. */
export function parseCondition(cursor: Cursor, vocabulary?: Vocabulary): Parsed {
  const start = cursor.peek()
  if (start.kind !== 'word') return cursor.fail('unexpected', start, 'condition')
  const feature = (id: string, name = start): Parsed => ({
    condition: parseFeatureTest(cursor, id, name, vocabulary),
    negated: false,
  })
  cursor.take()
  switch (start.value) {
    case 'in': {
      cursor.need('segment', 'segment')
      const name = cursor.needText('name')
      if (vocabulary && !vocabulary.hasSegment(name.value)) cursor.fail('unknownSegment', name)
      return { condition: { type: 'segment', segmentId: name.value, member: true }, negated: false }
    }
    case 'share':
      return feature(parseShare(cursor))
    case 'number': {
      const name = cursor.needText('name')
      return feature(attributeId(name.value), name)
    }
    case 'feature': {
      const name = cursor.needText('name')
      return feature(name.value, name)
    }
    case 'attribute': {
      const name = cursor.needText('name')
      if (comparesNumber(cursor)) return feature(attributeId(name.value), name)
      return parseFieldTest(cursor, attributeField(name.value), name, vocabulary)
    }
    case 'field': {
      const name = cursor.needText('name')
      return parseFieldTest(cursor, name.value, name, vocabulary)
    }
    default:
      if (keywords.includes(start.value)) return cursor.fail('unexpected', start, 'condition')
      if (plainFields.includes(start.value)) return parseFieldTest(cursor, start.value, start, vocabulary)
      return feature(start.value)
  }
}
