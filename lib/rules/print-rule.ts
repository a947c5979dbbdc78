import { attributeName } from '@/lib/features/field'
import { plainFields, writtenFeature } from './names'
import { normaliseRule } from './normalise-rule'
import { toPercent } from './percent'
import type { FeatureCondition, FieldCondition, Rule, RuleGroup, SegmentCondition } from './rule'

export type PrintOptions = {
  /** shares are written as percent */
  isShare?: (feature: string) => boolean
  /** what stands beside a segment's id, as a comment */
  nameSegment?: (segmentId: string) => string | null
}

/** longest line before a rule is broken at its outermost and/or */
const lineLength = 80

// JSON writes a text so that any character can be read back; see readQuoted in tokens.ts.
const quote = (text: string) => JSON.stringify(text)

/** A feature as rules name it, for instance `share of category "Shoes"`. */
export function printFeatureName(id: string): string {
  const written = writtenFeature(id)
  switch (written.kind) {
    case 'plain':
      return written.text
    case 'share':
      return `share of ${written.of} ${quote(written.text)}`
    default:
      return `${written.kind} ${quote(written.text)}`
  }
}

function printFeature(
  { feature, operator, value, upper }: FeatureCondition,
  { isShare }: PrintOptions,
): string {
  const name = printFeatureName(feature)
  const number = (n: number | null) =>
    n !== null && isShare?.(feature) ? `${toPercent(n)} %` : String(n ?? 0)
  switch (operator) {
    case 'missing':
    case 'present':
      return `${name} is ${operator}`
    case 'between':
      return `${name} between ${number(value)} and ${number(upper)}`
    default:
      return `${name} ${operator} ${number(value)}`
  }
}

function printFieldName(field: string): string {
  if (plainFields.includes(field)) return field
  const name = attributeName(field)
  return name === null ? `field ${quote(field)}` : `attribute ${quote(name)}`
}

function printField({ field, operator, values }: FieldCondition): string {
  const name = printFieldName(field)
  const [only = '', second] = values.map(quote)
  const list = `(${values.map(quote).join(', ')})`
  switch (operator) {
    case 'missing':
    case 'present':
      return `${name} is ${operator}`
    case 'contains':
      return `${name} contains ${second === undefined ? only : list}`
    case 'is':
      return second === undefined ? `${name} is ${only}` : `${name} in ${list}`
    case 'isNot':
      return second === undefined ? `${name} is not ${only}` : `${name} not in ${list}`
  }
}

function printSegment({ segmentId, member }: SegmentCondition, { nameSegment }: PrintOptions): string {
  const name = nameSegment?.(segmentId)?.replaceAll('*/', '* /')
  return `${member ? 'in' : 'not in'} segment ${quote(segmentId)}${name ? ` /* ${name} */` : ''}`
}

/** The parts of a group, each as it stands between its ands or ors. */
function printParts({ rules }: RuleGroup, options: PrintOptions): string[] {
  return rules.map((rule) => {
    const text = print(rule, options)
    return rule.type === 'group' && !rule.not ? `(${text})` : text
  })
}

function printGroup(group: RuleGroup, options: PrintOptions): string {
  const text = printParts(group, options).join(` ${group.operator} `)
  if (!group.not) return text
  return group.rules.length > 1 ? `not (${text})` : `not ${text}`
}

function print(rule: Rule, options: PrintOptions): string {
  switch (rule.type) {
    case 'group':
      return printGroup(rule, options)
    case 'feature':
      return printFeature(rule, options)
    case 'field':
      return printField(rule)
    case 'segment':
      return printSegment(rule, options)
  }
}

/**
 * A rule as text that `parseRule` reads back as the same rule (in its normal form), for instance
 * `recency <= 30 and (frequency >= 3 or not city contains "Ber") and in segment "…"`.
 */
export function printRule(rule: Rule, options: PrintOptions = {}): string {
  const normal = normaliseRule(rule)
  if (normal.type === 'group' && normal.rules.length === 0) return 'everybody'
  const text = print(normal, options)
  if (text.length <= lineLength || normal.type !== 'group' || normal.not) return text
  return printParts(normal, options).join(`\n${normal.operator} `)
}
