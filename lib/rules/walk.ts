import type { Rule, RuleGroup } from './rule'

export type Condition = Exclude<Rule, RuleGroup>

/** The conditions of a rule in the order they stand. */
export function listConditions(rule: Rule): Condition[] {
  return rule.type === 'group' ? rule.rules.flatMap(listConditions) : [rule]
}

export function countConditions(rule: Rule): number {
  return listConditions(rule).length
}

/** Levels of groups; 0 for a condition alone. */
export function measureDepth(rule: Rule): number {
  return rule.type === 'group' ? 1 + Math.max(0, ...rule.rules.map(measureDepth)) : 0
}

export type RuleNames = { features: string[]; fields: string[]; segmentIds: string[] }

/** What a rule asks about, each once. */
export function listNames(rule: Rule): RuleNames {
  const conditions = listConditions(rule)
  const unique = (names: string[]) => [...new Set(names)]
  return {
    features: unique(conditions.flatMap((one) => (one.type === 'feature' ? [one.feature] : []))),
    fields: unique(conditions.flatMap((one) => (one.type === 'field' ? [one.field] : []))),
    segmentIds: unique(conditions.flatMap((one) => (one.type === 'segment' ? [one.segmentId] : []))),
  }
}
