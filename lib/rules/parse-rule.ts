import { Cursor } from './cursor'
import { deepestGroup, longestRule, mostConditions } from './limits'
import { everybody, normaliseRule } from './normalise-rule'
import { parseCondition, type Vocabulary } from './parse-condition'
import type { Rule } from './rule'
import { RuleSyntaxError } from './syntax-error'
import { measureDepth } from './walk'

/** brackets and nots within each other, most of which may say nothing */
const deepestBrackets = 60

const negate = (rule: Rule): Rule => ({ type: 'group', operator: 'and', not: true, rules: [rule] })

/**
 * The rule of a text, in its normal form. Grammar: conditions joined by `and` (binds closer) and `or`, `not`, brackets;
 * conditions are `<feature> < <= = != >= > number`, `<feature> between number and number`, `<field> is [not] "…"`,
 * `<field> [not] in ("…", …)`, `<field> contains "…"`, `… is missing`, `… is present`, `[not] in segment "id"`. A feature is a
 * bare name, `share of category|brand|channel "…"`, `number "column"` or `feature "id"`; a field a bare name,
 * `attribute "column"` or `field "…"`. Numbers may carry %, days, years or times. With a vocabulary, unknown names and wrong
 * units are refused too. Throws RuleSyntaxError.
 */
export function parseRule(text: string, vocabulary?: Vocabulary): Rule {
  if (text.length > longestRule) throw new RuleSyntaxError('tooLong', { line: 1, column: 1 })
  const cursor = new Cursor(text)
  let conditions = 0

  function parseOr(depth: number): Rule {
    const rules = [parseAnd(depth)]
    while (cursor.takes('or')) rules.push(parseAnd(depth))
    return rules.length === 1 ? rules[0]! : { type: 'group', operator: 'or', not: false, rules }
  }

  function parseAnd(depth: number): Rule {
    const rules = [parseUnary(depth)]
    while (cursor.takes('and')) rules.push(parseUnary(depth))
    return rules.length === 1 ? rules[0]! : { type: 'group', operator: 'and', not: false, rules }
  }

  function parseUnary(depth: number): Rule {
    if (depth > deepestBrackets) cursor.fail('tooDeep', cursor.peek())
    if (cursor.takes('not')) return negate(parseUnary(depth + 1))
    if (cursor.takes('(')) {
      const rule = parseOr(depth + 1)
      cursor.need(')', 'closing')
      return rule
    }
    if (++conditions > mostConditions) cursor.fail('tooMany', cursor.peek())
    const { condition, negated } = parseCondition(cursor, vocabulary)
    return negated ? negate(condition) : condition
  }

  if (cursor.sees('everybody') && cursor.peek(1).kind === 'end') return everybody
  const rule = normaliseRule(parseOr(0))
  if (cursor.peek().kind !== 'end') cursor.fail('unexpected', cursor.peek(), 'joint')
  if (measureDepth(rule) > deepestGroup) throw new RuleSyntaxError('tooDeep', { line: 1, column: 1 })
  return rule
}
