import type { Comparison, Flow, FlowKey } from '@/lib/segments/compare-schema'

type Compared = Pick<Comparison, 'flows' | 'pairs' | 'both'>

/** Whether the customers of a flow are in the same segment on both sides. */
export function isStay({ pairs }: Pick<Comparison, 'pairs'>, { from, to }: FlowKey): boolean {
  return pairs.some(({ a, b }) => a === from && b === to)
}

/** Between two segments that are not each other's counterpart. */
export function isMove(compared: Pick<Comparison, 'pairs'>, flow: FlowKey): boolean {
  return flow.from !== null && flow.to !== null && !isStay(compared, flow)
}

export type Movement = {
  stayed: number
  moved: number
  /** net revenue of those who moved, as the first run counts it */
  movedRevenue: number
  /** the move with most customers, the one with more revenue of two as large */
  largest: Flow | null
}

/** How many of the customers in both runs stayed in their segment, and what moved. */
export function summariseMovement(compared: Compared): Movement {
  const moves = compared.flows.filter((flow) => isMove(compared, flow))
  const moved = moves.reduce((sum, { customers }) => sum + customers, 0)
  const [largest = null] = [...moves].sort(
    (p, q) => q.customers - p.customers || q.revenueBefore - p.revenueBefore,
  )
  return {
    stayed: compared.both - moved,
    moved,
    movedRevenue: moves.reduce((sum, { revenueBefore }) => sum + revenueBefore, 0),
    largest,
  }
}

export const movementSorts = ['customers', 'revenue'] as const
export type MovementSort = (typeof movementSorts)[number]

/** What is at stake with a flow: their net revenue before, of those who are new after. */
export const stakeOf = ({ from, revenueBefore, revenueAfter }: Flow): number =>
  from === null ? revenueAfter : revenueBefore

/** The flows that are no stays, most first. */
export function listMoves(compared: Compared, sort: MovementSort): Flow[] {
  const weigh = (flow: Flow) => (sort === 'customers' ? flow.customers : stakeOf(flow))
  return compared.flows
    .filter((flow) => !isStay(compared, flow))
    .sort((p, q) => weigh(q) - weigh(p) || q.customers - p.customers)
}
