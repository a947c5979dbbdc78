import { useTranslations } from 'next-intl'
import type { FlowEnd } from '@/components/charts/prepare-flows'
import { useSegmentName } from '@/components/segments/use-segment-name'
import type { ComparedRun, ComparedSegment, Comparison, Flow } from '@/lib/segments/compare-schema'
import type { Formats } from '@/lib/shared/formatting'
import { nameRun } from './name-run'

type Side = 'from' | 'to'
type Compared = Pick<Comparison, 'a' | 'b' | 'overTime'>

const nowhere = 'none'
export const endId = (position: number | null) => (position === null ? nowhere : String(position))

/** Names what a comparison is about; works in server and client components. */
export function useComparisonWords({ a, b, overTime }: Compared, formats: Formats) {
  const t = useTranslations('compare')
  const segmentName = useSegmentName()
  const runs = { from: a, to: b }
  const named = (segment: ComparedSegment) => segmentName(segment)

  /** Those who are in no segment on that side: new or gone over time, else just not in that run. */
  function nowhereLabel(side: Side): string {
    if (overTime) return t(side === 'from' ? 'ends.new' : 'ends.left')
    return t('ends.notIn', { name: runs[side].name })
  }

  function endName(side: Side, position: number | null): string {
    const segment = runs[side].segments.find((one) => one.position === position)
    return segment ? named(segment) : nowhereLabel(side)
  }

  const ends = (run: ComparedRun, side: Side): FlowEnd[] => [
    ...run.segments.map((segment) => ({
      id: endId(segment.position),
      label: named(segment),
      color: segment.color,
    })),
    { id: nowhere, label: nowhereLabel(side), color: null },
  ]

  return {
    endName,
    from: ends(a, 'from'),
    to: ends(b, 'to'),
    /** A run as a chart's side is called. */
    runTitle: ({ name, asOf }: ComparedRun) =>
      nameRun(name, formats.date(asOf), (date) => t('run', { name, date })),
    /** A share with a decimal where it would read 0 %. */
    share: (share: number) => formats.percent(share, share > 0 && share < 0.01 ? 1 : 0),
  }
}

/** Flows as the charts take them; the flow behind a row is found by its ends. */
export function toRows(flows: readonly Flow[]) {
  return flows.map(({ from, to, customers }) => ({ from: endId(from), to: endId(to), value: customers }))
}
