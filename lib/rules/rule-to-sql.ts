import { normaliseRule } from './normalise-rule'
import type { FeatureCondition, FieldCondition, Rule } from './rule'

/** SQL of what a rule asks about: made by the product, never of the user's text. */
export type RuleColumns = {
  /** the column of a feature (a number) and of a field (a text), quoted where needed */
  feature: (id: string) => string
  field: (field: string) => string
  /** a condition that holds for members of a segment and is never NULL */
  segment: (segmentId: string) => string
}

export type RuleSql = { sql: string; values: (string | number)[] }

/**
 * A rule as an SQL condition with positional parameters ($1 …), in SQL's three-valued logic (Kleene's): a missing value
 * makes a comparison neither true nor false, and `not` of that is no more true. So who lacks the value meets neither
 * `country is "DE"` nor `not country is "DE"`; they are found by `is missing` alone, and by an `or` whose other side holds.
 * `is` compares texts exactly, `contains` whatever the case.
 */
export function ruleToSql(rule: Rule, columns: RuleColumns): RuleSql {
  const values: RuleSql['values'] = []
  const bind = (value: string | number) => `$${values.push(value)}`

  function feature({ feature: id, operator, value, upper }: FeatureCondition): string {
    const column = columns.feature(id)
    const bound = (n: number | null) => `${bind(n ?? 0)}::DOUBLE`
    switch (operator) {
      case 'missing':
        return `${column} IS NULL`
      case 'present':
        return `${column} IS NOT NULL`
      case 'between':
        return `${column} BETWEEN ${bound(value)} AND ${bound(upper)}`
      default:
        return `${column} ${operator} ${bound(value)}`
    }
  }

  function field({ field: name, operator, values: texts }: FieldCondition): string {
    const column = columns.field(name)
    const list = () => texts.map((text) => `${bind(text)}::VARCHAR`).join(', ')
    switch (operator) {
      case 'missing':
        return `${column} IS NULL`
      case 'present':
        return `${column} IS NOT NULL`
      case 'contains':
        return texts.map((text) => `contains(lower(${column}), lower(${bind(text)}::VARCHAR))`).join(' OR ')
      case 'is':
        return `${column} IN (${list()})`
      case 'isNot':
        return `${column} NOT IN (${list()})`
    }
  }

  function write(one: Rule): string {
    switch (one.type) {
      case 'feature':
        return `(${feature(one)})`
      case 'field':
        return `(${field(one)})`
      case 'segment':
        return `(${one.member ? '' : 'NOT '}${columns.segment(one.segmentId)})`
      case 'group': {
        if (one.rules.length === 0) return 'true'
        const joined = one.rules.map(write).join(one.operator === 'and' ? ' AND ' : ' OR ')
        return `${one.not ? 'NOT ' : ''}(${joined})`
      }
    }
  }

  return { sql: write(normaliseRule(rule)), values }
}
