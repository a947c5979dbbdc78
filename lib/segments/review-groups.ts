import { riskRatio } from '@/lib/statistics/lift'
import type { Fairness } from './insights-schema'

export const fairnessFields = ['gender', 'age', 'country', 'city'] as const
export type FairnessField = (typeof fairnessFields)[number]

export type GroupCount = {
  field: FairnessField
  /** null = not known */
  value: string | null
  /** −1 = in none */
  segment: number
  customers: number
  /** of the group among all of its field, 1 = the largest */
  place: number
  /** customers of the segment whose value of the field is known */
  known: number
  /** no group of the field is larger in the segment */
  first: boolean
}

/** Largest groups of a field that are compared. */
const mostGroups = 8
/** Smaller groups say nothing of a group and may point at persons. */
const fewestPeople = 10
const fourFifths = 0.8

type Group = { value: string; customers: number; inside: number[] }

/** Customers whose value of the field is known, in the segments of the counts. */
export function countKnown(counts: readonly GroupCount[]): number {
  const known = new Map(counts.map((count) => [count.segment, count.known]))
  return [...known.values()].reduce((sum, customers) => sum + customers, 0)
}

function sumGroups(counts: readonly GroupCount[], segments: number): Group[] {
  const groups = new Map<string, Group>()
  for (const { value, segment, customers, place } of counts) {
    if (value === null || place > mostGroups) continue
    const group = groups.get(value) ?? { value, customers: 0, inside: new Array<number>(segments).fill(0) }
    group.customers += customers
    if (segment >= 0) group.inside[segment]! += customers
    groups.set(value, group)
  }
  return [...groups.values()]
}

const byAge = (a: Group, b: Group) => Number.parseInt(a.value, 10) - Number.parseInt(b.value, 10)
const bySize = (a: Group, b: Group) => b.customers - a.customers || (a.value < b.value ? -1 : 1)

function compareGroup(groups: readonly Group[], group: Group, segment: number) {
  const rateOf = ({ inside, customers }: Group) => inside[segment]! / customers
  const best = groups.reduce((most, one) => (rateOf(one) > rateOf(most) ? one : most))
  const rate = rateOf(group)
  const ratio = rateOf(best) > 0 ? rate / rateOf(best) : 1
  const interval = riskRatio(
    { hits: group.inside[segment]!, count: group.customers },
    { hits: best.inside[segment]!, count: best.customers },
  )
  // without anybody inside, three in the group would have been likely to be seen at a rate of 3 ÷ n (rule of three)
  const sure = interval ? interval.high < 1 : 3 / group.customers < rateOf(best)
  return { rate, ratio, below: ratio < fourFifths, sure: ratio < 1 && sure }
}

/**
 * How each demographic group falls into the segments, against the group with the highest rate (the four-fifths rule of the
 * US Uniform Guidelines 1978). Groups of fewer than ten people are left out, and fields with fewer than two groups.
 */
export function reviewGroups(counts: readonly GroupCount[], segments: number): Fairness[] {
  return fairnessFields.flatMap((field) => {
    const own = counts.filter((count) => count.field === field)
    const known = countKnown(own)
    const unknown = own.reduce((sum, { value, customers }) => sum + (value === null ? customers : 0), 0)
    const groups = sumGroups(own, segments)
      .filter(({ customers }) => customers >= fewestPeople)
      .sort(field === 'age' ? byAge : bySize)
    if (groups.length < 2) return []
    return [
      {
        field,
        unknown,
        groups: groups.map((group) => ({
          value: group.value,
          customers: group.customers,
          share: group.customers / known,
          segments: Array.from({ length: segments }, (_, segment) => compareGroup(groups, group, segment)),
        })),
      },
    ]
  })
}
