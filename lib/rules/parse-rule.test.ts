import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseRule } from './normalise-rule'
import { parseRule } from './parse-rule'
import { printRule } from './print-rule'
import type { Rule } from './rule'
import { ruleSchema } from './rule-schema'
import { anyRule } from './rules.fixture'
import { RuleSyntaxError } from './syntax-error'

const feature = (id: string, operator: '<=' | '>=' | '=' | '>', value: number): Rule => ({
  type: 'feature',
  feature: id,
  operator,
  value,
  upper: null,
})
const group = (operator: 'and' | 'or', rules: Rule[], not = false): Rule => ({
  type: 'group',
  operator,
  not,
  rules,
})
const country = (values: string[]): Rule => ({ type: 'field', field: 'country', operator: 'is', values })

function failure(text: string, ...rest: [Parameters<typeof parseRule>[1]?]) {
  try {
    parseRule(text, ...rest)
  } catch (error) {
    if (error instanceof RuleSyntaxError) {
      const { problem, line, column, expected, found } = error
      return { problem, line, column, expected, found }
    }
    throw error
  }
  throw new Error(`${text} is a rule`)
}

describe('parseRule', () => {
  it('reads conditions, groups and precedence', () => {
    const text =
      'recency <= 30 and (frequency >= 3 or not country in ("DE", "AT")) and in segment "s1" or monetary > 1e3'
    expect(parseRule(text)).toEqual(
      group('or', [
        group('and', [
          feature('recency', '<=', 30),
          group('or', [feature('frequency', '>=', 3), group('and', [country(['DE', 'AT'])], true)]),
          { type: 'segment', segmentId: 's1', member: true },
        ]),
        feature('monetary', '>', 1000),
      ]),
    )
  })

  it('reads units, and the brand’s own names and values', () => {
    expect(parseRule('discount_share >= 25 %')).toEqual(feature('discount_share', '>=', 0.25))
    expect(parseRule('recency<=30days')).toEqual(feature('recency', '<=', 30))
    expect(parseRule('share of category "Shoes & more" >= 7%')).toEqual(
      feature('share:category:Shoes%20%26%20more', '>=', 0.07),
    )
    expect(parseRule('attribute "积分" >= 100')).toEqual(feature('attribute:%E7%A7%AF%E5%88%86', '>=', 100))
    expect(parseRule('attribute "Loyalty tier" is "Gold"')).toEqual({
      type: 'field',
      field: 'attribute:Loyalty tier',
      operator: 'is',
      values: ['Gold'],
    })
    expect(parseRule('attribute "Size" = "100"')).toMatchObject({ type: 'field', values: ['100'] })
  })

  it('forgives what keyboards and habits do', () => {
    expect(parseRule('COUNTRY IN （“DE”，AT） And Recency ≤ 30 天')).toEqual(
      group('and', [country(['DE', 'AT']), feature('recency', '<=', 30)]),
    )
    expect(parseRule("country != 'DE' /* not at home */")).toMatchObject({
      operator: 'isNot',
      values: ['DE'],
    })
    expect(parseRule('not in segment "a"')).toEqual({ type: 'segment', segmentId: 'a', member: false })
    expect(parseRule('recency between 90 and 30')).toMatchObject({
      operator: 'between',
      value: 30,
      upper: 90,
    })
    expect(parseRule('city is not missing')).toMatchObject({ operator: 'present', values: [] })
    expect(parseRule('everybody')).toEqual(group('and', []))
    expect(parseRule('((((recency = 1))))')).toEqual(feature('recency', '=', 1))
  })

  it('says where a text stops being a rule, and what it waited for', () => {
    expect(failure('recency <= 30 and\n  (frequency >= )')).toEqual({
      problem: 'unexpected',
      line: 2,
      column: 17,
      expected: 'number',
      found: ')',
    })
    expect(failure('')).toMatchObject({ expected: 'condition', found: '', line: 1, column: 1 })
    expect(failure('recency')).toMatchObject({ expected: 'test', found: '', column: 8 })
    expect(failure('(recency = 1')).toMatchObject({ expected: 'closing', column: 13 })
    expect(failure('recency = 1 frequency = 2')).toMatchObject({ expected: 'joint', found: 'frequency' })
    expect(failure('in "x"')).toMatchObject({ expected: 'segment', found: '"x"' })
    expect(failure('country is "DE')).toMatchObject({ problem: 'unclosedText', column: 12 })
    expect(failure('/* country')).toMatchObject({ problem: 'unclosedComment', column: 1 })
    expect(failure('country is "\\q"')).toMatchObject({ problem: 'badText' })
    expect(failure('country is "\\ud800"')).toMatchObject({ problem: 'badText' })
    expect(failure('recency = 1e999')).toMatchObject({ problem: 'badNumber', found: '1e999' })
    expect(failure('𝒳 is "x" and $')).toMatchObject({ problem: 'unexpected', column: 14, found: '$' })
    expect(failure('x = 1 and everybody')).toMatchObject({ expected: 'condition', found: 'everybody' })
  })

  it('knows what there is to ask about', () => {
    const vocabulary = {
      unit: (id: string) => (id === 'recency' ? ('days' as const) : null),
      hasField: (field: string) => field === 'country',
      hasSegment: (id: string) => id === 'a',
    }
    const text = 'recency <= 30 days and country is DE and in segment "a"'
    expect(parseRule(text, vocabulary)).toMatchObject({ operator: 'and' })
    expect(failure('recncy <= 3', vocabulary)).toMatchObject({ problem: 'unknownFeature', found: 'recncy' })
    expect(failure('city is "x"', vocabulary)).toMatchObject({ problem: 'unknownField', found: 'city' })
    expect(failure('in segment "b"', vocabulary)).toMatchObject({ problem: 'unknownSegment', column: 12 })
    expect(failure('recency <= 30 %', vocabulary)).toMatchObject({ problem: 'wrongUnit', found: '%' })
    expect(failure('constructor = 1', vocabulary)).toMatchObject({ problem: 'unknownFeature' })
  })

  it('stays within its limits', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `f${i} = 1`).join(' or ')
    expect(ruleSchema.safeParse(parseRule(many(50))).success).toBe(true)
    expect(failure(many(51))).toMatchObject({ problem: 'tooMany' })
    expect(failure(`${'('.repeat(10_000)}x = 1`)).toMatchObject({ problem: 'tooDeep' })
    expect(failure(`${'not '.repeat(10_000)}x = 1`)).toMatchObject({ problem: 'tooDeep' })
    const nested = (n: number): string =>
      n === 0 ? 'a = 1' : `b = 1 ${n % 2 ? 'and' : 'or'} (${nested(n - 1)})`
    expect(ruleSchema.safeParse(parseRule(nested(6))).success).toBe(true)
    expect(failure(nested(7))).toMatchObject({ problem: 'tooDeep' })
    expect(failure(`country in (${'"x",'.repeat(300)}"y")`)).toMatchObject({ problem: 'tooMany' })
    expect(failure(' '.repeat(50_001))).toMatchObject({ problem: 'tooLong' })
  })

  it('reads back what printRule writes', () => {
    fc.assert(
      fc.property(anyRule, fc.boolean(), (rule, isShare) => {
        const text = printRule(rule, { isShare: () => isShare, nameSegment: (id) => `named */ ${id}` })
        expect(parseRule(text)).toEqual(normaliseRule(rule))
      }),
      { numRuns: 2000 },
    )
  })

  it('never fails otherwise than with a place', () => {
    const words = fc.constantFrom(
      'and',
      'or',
      'not',
      '(',
      ')',
      'in',
      'is',
      'recency',
      '<=',
      '3',
      '%',
      '"x',
      '"y"',
      ',',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join(' ')),
        ),
        (text) => {
          try {
            parseRule(text)
          } catch (error) {
            expect(error).toBeInstanceOf(RuleSyntaxError)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('normaliseRule', () => {
  it('is done after once', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        expect(normaliseRule(normaliseRule(rule))).toEqual(normaliseRule(rule))
      }),
    )
  })

  it('dissolves what says nothing', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => feature(id, '=', 1)) as [Rule, Rule, Rule]
    expect(normaliseRule(group('and', [a, group('and', [b, group('or', [])]), group('or', [c])]))).toEqual(
      group('and', [a, b, c]),
    )
    expect(normaliseRule(group('or', [group('or', [a, b], true)], true))).toEqual(group('or', [a, b]))
    expect(normaliseRule(group('and', [group('and', [], true)]))).toEqual(group('and', []))
  })
})

describe('printRule', () => {
  it('writes short rules on a line and long ones on several', () => {
    expect(printRule(group('and', [feature('recency', '<=', 30), country(['DE'])]))).toBe(
      'recency <= 30 and country is "DE"',
    )
    const long = group('and', [
      group('or', [country(['DE', 'AT', 'CH']), feature('frequency', '>=', 3)]),
      feature('share:category:Shoes', '>=', 0.07),
      { type: 'segment', segmentId: 'abc', member: false },
    ])
    const options = { isShare: (id: string) => id.startsWith('share:'), nameSegment: () => 'Champions' }
    expect(printRule(long, options)).toBe(
      [
        '(country in ("DE", "AT", "CH") or frequency >= 3)',
        'and share of category "Shoes" >= 7 %',
        'and not in segment "abc" /* Champions */',
      ].join('\n'),
    )
  })
})
