import { isShare } from '@/lib/rules/is-share'
import { fromPercent, toPercent } from '@/lib/rules/percent'
import type { FeatureCondition, FieldCondition, Rule, RuleGroup, SegmentCondition } from '@/lib/rules/rule'

/** A rule while it is edited: every part has a key of its own, numbers are what was typed (shares in percent). */
export type DraftFeature = Pick<FeatureCondition, 'type' | 'feature' | 'operator'> & {
  key: number
  value: string
  upper: string
}
export type DraftField = FieldCondition & { key: number }
/** `segmentId` is empty until one is chosen. */
export type DraftSegment = SegmentCondition & { key: number }
export type DraftCondition = DraftFeature | DraftField | DraftSegment
export type DraftGroup = Omit<RuleGroup, 'rules'> & { key: number; rules: DraftNode[] }
export type DraftNode = DraftGroup | DraftCondition

let lastKey = 0
export const newKey = () => ++lastKey

function draftNode(rule: Rule): DraftNode {
  const key = newKey()
  switch (rule.type) {
    case 'group':
      return { ...rule, key, rules: rule.rules.map((one) => draftNode(one)) }
    case 'feature': {
      const write = (value: number | null) =>
        value === null ? '' : isShare(rule.feature) ? toPercent(value) : String(value)
      return { ...rule, key, value: write(rule.value), upper: write(rule.upper) }
    }
    default:
      return { ...rule, key }
  }
}

/** A rule ready to be edited: a group at the top whatever the rule is. */
export function toDraft(rule: Rule): DraftGroup {
  const node = draftNode(rule)
  return node.type === 'group'
    ? node
    : { key: newKey(), type: 'group', operator: 'and', not: false, rules: [node] }
}

/** The number of what was typed, with a decimal comma too; null when it is none. */
export function readNumber(typed: string, asPercent: boolean): number | null {
  const text = typed.trim().replace(',', '.').replace('−', '-')
  if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return null
  const value = asPercent ? fromPercent(text) : Number(text)
  return Number.isFinite(value) ? value : null
}

/** A condition as a rule; null while something is missing in it. */
export function finishCondition(draft: DraftCondition): Rule | null {
  switch (draft.type) {
    case 'feature': {
      const { type, feature, operator } = draft
      if (operator === 'missing' || operator === 'present') {
        return { type, feature, operator, value: null, upper: null }
      }
      const value = readNumber(draft.value, isShare(feature))
      const upper = operator === 'between' ? readNumber(draft.upper, isShare(feature)) : null
      if (value === null || (operator === 'between' && upper === null)) return null
      return { type, feature, operator, value, upper }
    }
    case 'field': {
      const { type, field, operator, values } = draft
      if (operator === 'missing' || operator === 'present') return { type, field, operator, values: [] }
      return values.length > 0 ? { type, field, operator, values } : null
    }
    case 'segment': {
      const { type, segmentId, member } = draft
      return segmentId ? { type, segmentId, member } : null
    }
  }
}

/** The finished conditions as a rule, and how many are not finished. */
export function toRule(draft: DraftGroup): { rule: RuleGroup; unfinished: number } {
  let unfinished = 0
  const finish = ({ operator, not, rules }: DraftGroup): RuleGroup => ({
    type: 'group',
    operator,
    not,
    rules: rules.flatMap((node): Rule[] => {
      if (node.type === 'group') return [finish(node)]
      const rule = finishCondition(node)
      if (!rule) unfinished++
      return rule ? [rule] : []
    }),
  })
  return { rule: finish(draft), unfinished }
}

/** The draft with the part of that key changed; null takes it out. */
export function changeNode(
  group: DraftGroup,
  key: number,
  change: (node: DraftNode) => DraftNode | null,
): DraftGroup {
  const rules = group.rules.flatMap((node) => {
    if (node.key === key) return change(node) ?? []
    return node.type === 'group' ? changeNode(node, key, change) : node
  })
  return { ...group, rules }
}
