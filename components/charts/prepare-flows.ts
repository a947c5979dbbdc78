export type FlowEnd = {
  id: string
  label: string
  /** Index for `seriesColor`; null for those who come from or go to no segment: they stand last, in grey. */
  color: number | null
}

export type FlowRow = {
  /** Ids of a left and a right end. */
  from: string
  to: string
  value: number
}

/** An end with what is drawn as flowing from or to it, and what does in all (with what was merged). */
export type FlowNode = FlowEnd & { value: number; whole: number }
/** Indices of a left and a right node; `rows` holds the one flow drawn, or all that were merged. */
export type Ribbon = { from: number; to: number; value: number; rows: FlowRow[] }
export type PreparedFlows = {
  left: FlowNode[]
  right: FlowNode[]
  /** Widest first. */
  ribbons: Ribbon[]
  total: number
  /** Flows too thin to be drawn alone. */
  merged: { flows: number; value: number }
}

/** Id of the node on the right that gathers thin flows. */
export const mergedId = ''

/**
 * Decides what a flow chart draws. Flows of less than `least` of the whole end in one node, one ribbon per left node,
 * when there are several. The left keeps its order; the right is ordered by where its flows come from (the barycentre
 * method of Sugiyama et al. 1981), so that few ribbons cross. Ends without flows are left out.
 */
export function prepareFlows(
  from: readonly FlowEnd[],
  to: readonly FlowEnd[],
  flows: readonly FlowRow[],
  { least, mergedLabel }: { least: number; mergedLabel: string },
): PreparedFlows {
  const known = flows.filter(({ value }) => value > 0)
  const total = sum(known)
  const thin = known.filter(({ value }) => value < least * total)
  const merged = thin.length > 1 ? thin : []
  const drawn = known.filter((flow) => !merged.includes(flow))
  const left = lastWithoutColor(from).flatMap((end) => {
    const own = known.filter((flow) => flow.from === end.id)
    return makeNode(end, own, own)
  })
  const place = new Map(left.map(({ id }, index) => [id, index]))
  const right = lastWithoutColor(to)
    .flatMap((end) => {
      const own = drawn.filter((flow) => flow.to === end.id)
      const height = own.reduce((all, flow) => all + (place.get(flow.from) ?? 0) * flow.value, 0) / sum(own)
      const whole = known.filter((flow) => flow.to === end.id)
      return makeNode(end, own, whole).map((node) => ({ node, height }))
    })
    .sort((a, b) => Number(a.node.color === null) - Number(b.node.color === null) || a.height - b.height)
    .map(({ node }) => node)
  right.push(...makeNode({ id: mergedId, label: mergedLabel, color: null }, merged, merged))
  const ribbons = left.flatMap((node, index): Ribbon[] => {
    const own = drawn.filter((flow) => flow.from === node.id)
    const gathered = merged.filter((flow) => flow.from === node.id)
    const alone = own.map((flow) => ({
      from: index,
      to: right.findIndex(({ id }) => id === flow.to),
      value: flow.value,
      rows: [flow],
    }))
    return gathered.length === 0
      ? alone
      : [...alone, { from: index, to: right.length - 1, value: sum(gathered), rows: gathered }]
  })
  ribbons.sort((a, b) => b.value - a.value || a.from - b.from || a.to - b.to)
  return { left, right, ribbons, total, merged: { flows: merged.length, value: sum(merged) } }
}

function sum(flows: readonly FlowRow[]): number {
  return flows.reduce((total, { value }) => total + value, 0)
}

function lastWithoutColor(ends: readonly FlowEnd[]): FlowEnd[] {
  return [...ends.filter(({ color }) => color !== null), ...ends.filter(({ color }) => color === null)]
}

function makeNode(end: FlowEnd, drawn: readonly FlowRow[], all: readonly FlowRow[]): FlowNode[] {
  return drawn.length === 0 ? [] : [{ ...end, value: sum(drawn), whole: sum(all) }]
}
