import type { FlowEnd, FlowRow } from './prepare-flows'

export type MatrixCell = {
  value: number
  /** Of the row, and of the column; 0 where that is empty. */
  share: number
  columnShare: number
}
export type MatrixRow = { end: FlowEnd; value: number; cells: MatrixCell[] }

/**
 * Flows as a table: one row per left end and one column per right end, in the order given; ends of no segment only
 * where they have flows.
 */
export function prepareFlowMatrix(
  from: readonly FlowEnd[],
  to: readonly FlowEnd[],
  flows: readonly FlowRow[],
): { rows: MatrixRow[]; columns: FlowEnd[] } {
  const sumOf = (pick: (flow: FlowRow) => boolean) =>
    flows.filter(pick).reduce((sum, { value }) => sum + value, 0)
  const shown = (end: FlowEnd, side: 'from' | 'to') =>
    end.color !== null || sumOf((flow) => flow[side] === end.id) > 0
  const columns = to.filter((end) => shown(end, 'to'))
  const totals = columns.map(({ id }) => sumOf((flow) => flow.to === id))
  const rows = from
    .filter((end) => shown(end, 'from'))
    .map((end): MatrixRow => {
      const total = sumOf((flow) => flow.from === end.id)
      const cells = columns.map(({ id }, index): MatrixCell => {
        const value = sumOf((flow) => flow.from === end.id && flow.to === id)
        const all = totals[index] ?? 0
        return { value, share: total > 0 ? value / total : 0, columnShare: all > 0 ? value / all : 0 }
      })
      return { end, value: total, cells }
    })
  return { rows, columns }
}
