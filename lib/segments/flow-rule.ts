import type { Rule } from '@/lib/rules/rule'

/** A side of a flow: a segment, or null for those in none of the run's segments. */
export type FlowSide = { segmentId: string | null; all: readonly string[] }

const isIn = (segmentId: string): Rule => ({ type: 'segment', segmentId, member: true })

function onSide({ segmentId, all }: FlowSide): Rule {
  if (segmentId !== null) return isIn(segmentId)
  return { type: 'group', operator: 'or', not: true, rules: all.map(isIn) }
}

/** The customers of a flow as a rule on memberships. */
export function writeFlowRule(from: FlowSide, to: FlowSide): Rule {
  return { type: 'group', operator: 'and', not: false, rules: [onSide(from), onSide(to)] }
}
