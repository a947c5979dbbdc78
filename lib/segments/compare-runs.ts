import { jaccardTable, matchSegments } from '@/lib/clustering/match'
import { adjustedRandOf } from '@/lib/statistics/adjusted-rand'
import type { ComparedRun, Comparison, Flow, MatchedPair } from './compare-schema'
import type { KmeansView, SegmentationView } from './schema'

const clustered = (view: SegmentationView): view is KmeansView =>
  view.kind === 'kmeans' || view.kind === 'scored'

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Whether two runs put customers into segments by the same model, map or rule: then a segment is its namesake. */
export function haveSameSegments(a: SegmentationView, b: SegmentationView): boolean {
  if (a.kind === 'rfm' && b.kind === 'rfm') return equal(a.settings.map, b.settings.map)
  if (a.kind === 'rule' && b.kind === 'rule') return equal(a.settings.rule, b.settings.rule)
  if (a.kind === 'audience' && b.kind === 'audience') return a.settings.productId === b.settings.productId
  return clustered(a) && clustered(b) && a.result.model !== null && equal(a.result.model, b.result.model)
}

/** Whether what differs between two runs is that time has passed, or that data came in. */
function isLater(a: SegmentationView, b: SegmentationView, same: boolean): boolean {
  const alike = same || (clustered(a) && clustered(b)) || a.kind === b.kind
  if (b.asOf !== a.asOf) return alike && b.asOf > a.asOf
  return same && b.createdAt > a.createdAt
}

export function viewRun({ id, name, kind, asOf, customers, segments }: SegmentationView): ComparedRun {
  return {
    id,
    name,
    kind,
    asOf,
    customers: customers ?? 0,
    segments: segments.map(({ id, position, color, name, suggestion, size, revenue }) => ({
      id,
      position,
      color,
      name,
      suggestion,
      size,
      revenue,
    })),
  }
}

function tabulate(flows: readonly Flow[], rows: number, columns: number): number[][] {
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  for (const { from, to, customers } of flows) {
    if (from !== null && to !== null && table[from]) table[from][to] = customers
  }
  return table
}

function pairUp(overlap: number[][], same: boolean): MatchedPair[] {
  const alike = jaccardTable(overlap)
  const matches = same ? overlap.map((_, i) => i) : matchSegments(overlap)
  return matches.flatMap((b, a) =>
    b === null ? [] : [{ a, b, shared: overlap[a]![b]!, jaccard: alike[a]![b]! }],
  )
}

const sum = (flows: readonly Flow[]) => flows.reduce((total, { customers }) => total + customers, 0)

/** What two finished runs say of the same customers, from the flows between their segments. */
export function compareRuns(a: SegmentationView, b: SegmentationView, flows: Flow[]): Comparison {
  const sameSegments = haveSameSegments(a, b)
  const overlap = tabulate(flows, a.segments.length, b.segments.length)
  const shared = flows.filter(({ from, to }) => from !== null && to !== null)
  const sides = (pick: (flow: Flow) => number | null) => new Set(shared.map(pick)).size
  const comparable = sides(({ from }) => from) > 1 && sides(({ to }) => to) > 1
  return {
    a: viewRun(a),
    b: viewRun(b),
    overTime: isLater(a, b, sameSegments),
    sameSegments,
    flows,
    both: sum(shared),
    onlyA: sum(flows.filter(({ to }) => to === null)),
    onlyB: sum(flows.filter(({ from }) => from === null)),
    adjustedRand: comparable ? adjustedRandOf(overlap) : null,
    pairs: pairUp(overlap, sameSegments),
  }
}
