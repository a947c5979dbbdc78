import type { FeatureCondition, FieldCondition } from '@/lib/rules/rule'

/** What operators are called in messages. */
export const featureOperatorKeys: Record<FeatureCondition['operator'], string> = {
  '<': 'below',
  '<=': 'most',
  '=': 'equal',
  '!=': 'unequal',
  '>=': 'least',
  '>': 'above',
  between: 'between',
  missing: 'missing',
  present: 'present',
}

/** In the order they are offered. */
export const offeredFeatureOperators = [
  '>=',
  '<=',
  'between',
  '=',
  '!=',
  '>',
  '<',
  'present',
  'missing',
] as const
export const offeredFieldOperators: readonly FieldCondition['operator'][] = [
  'is',
  'isNot',
  'contains',
  'present',
  'missing',
]

export const takesValue = (operator: string) => operator !== 'missing' && operator !== 'present'
