import type { Rule, RuleGroup } from './rule'
import type { Condition } from './walk'

/** The rule that everybody meets. */
export const everybody: RuleGroup = { type: 'group', operator: 'and', not: false, rules: [] }

function normaliseCondition(condition: Condition): Condition {
  switch (condition.type) {
    case 'feature': {
      const { type, feature, operator, value, upper } = condition
      if (operator === 'missing' || operator === 'present') {
        return { type, feature, operator, value: null, upper: null }
      }
      // −0 is written and compared as 0.
      const [low, high] = [(value ?? 0) + 0, (upper ?? 0) + 0]
      if (operator !== 'between') return { type, feature, operator, value: low, upper: null }
      return { type, feature, operator, value: Math.min(low, high), upper: Math.max(low, high) }
    }
    case 'field': {
      const { type, field, operator, values } = condition
      return { type, field, operator, values: [...new Set(values)] }
    }
    case 'segment':
      return { type: 'segment', segmentId: condition.segmentId, member: condition.member }
  }
}

function negate(rule: Rule): Rule {
  if (rule.type === 'segment') return { ...rule, member: !rule.member }
  if (rule.type === 'group') return normaliseGroup({ ...rule, not: !rule.not })
  return { type: 'group', operator: 'and', not: true, rules: [rule] }
}

function normaliseGroup({ operator, not, rules }: RuleGroup): Rule {
  const parts = rules.map(normaliseRule).flatMap((rule) => {
    if (rule.type !== 'group') return [rule]
    const merges = rule.rules.length === 0 || (rule.operator === operator && !rule.not)
    return merges ? rule.rules : [rule]
  })
  const [only, second] = parts
  if (!only) return everybody
  if (second) return { type: 'group', operator, not, rules: parts }
  if (!not) return only
  // `not` of one condition is already in its shortest form.
  const isShortest = only.type === 'feature' || only.type === 'field'
  return isShortest ? { type: 'group', operator: 'and', not, rules: [only] } : negate(only)
}

/**
 * The same rule in its shortest form: groups of one or none and groups within a like group are dissolved, `not not` goes
 * away, bounds stand in order, values once. A group without a condition says nothing, so that a rule without any is
 * `everybody`.
 */
export function normaliseRule(rule: Rule): Rule {
  return rule.type === 'group' ? normaliseGroup(rule) : normaliseCondition(rule)
}
