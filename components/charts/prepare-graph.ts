/** A neighbour of the graph's centre; `weight` says how near it is. */
export type GraphNode = { id: string; label: string; weight: number; color: number }
/** Two neighbours that are near each other. */
export type GraphLink = { from: string; to: string; weight: number }

export type PlacedNode = GraphNode & { number: number; x: number; y: number }
/** Ends, and strength as a share of the strongest. */
export type PlacedLink = { x1: number; y1: number; x2: number; y2: number; strength: number }
export type PreparedGraph = {
  /** nearest first; places within −1 … 1 of the centre */
  nodes: PlacedNode[]
  links: PlacedLink[]
  total: number
}

/** More cannot be told apart on a phone. */
const mostNodes = 12
const nearest = 0.55

/**
 * A centre and its nearest neighbours around it: the nearer the more alike, and beside each other those that are alike
 * among themselves (each place goes to the one left that is nearest to the one before).
 */
export function prepareGraph(neighbours: readonly GraphNode[], links: readonly GraphLink[]): PreparedGraph {
  const kept = [...neighbours].sort((a, b) => b.weight - a.weight).slice(0, mostNodes)
  const between = new Map<string, number>()
  for (const { from, to, weight } of links) {
    between.set(`${from}\n${to}`, weight)
    between.set(`${to}\n${from}`, weight)
  }
  const near = (a: GraphNode, b: GraphNode) => between.get(`${a.id}\n${b.id}`) ?? 0
  const round: GraphNode[] = []
  const left = [...kept]
  for (let last = left[0]; last; ) {
    round.push(last)
    left.splice(left.indexOf(last), 1)
    const before: GraphNode = last
    last = left.reduce<GraphNode | undefined>(
      (best, one) => (best && near(before, best) >= near(before, one) ? best : one),
      undefined,
    )
  }
  const most = kept[0]?.weight ?? 0
  const least = kept.at(-1)?.weight ?? 0
  const nodes = kept.map((node, index): PlacedNode => {
    const angle = (round.indexOf(node) / round.length) * 2 * Math.PI - Math.PI / 2
    const far = most > least ? (most - node.weight) / (most - least) : 0
    const radius = nearest + (1 - nearest) * far
    return { ...node, number: index + 1, x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  })
  const placeOf = new Map(nodes.map((node) => [node.id, node]))
  const drawn = links.flatMap(({ from, to, weight }) => {
    const [a, b] = [placeOf.get(from), placeOf.get(to)]
    return a && b ? [{ a, b, weight }] : []
  })
  const strongest = Math.max(...drawn.map(({ weight }) => weight), Number.MIN_VALUE)
  return {
    nodes,
    links: drawn.map(({ a, b, weight }) => ({
      ...{ x1: a.x, y1: a.y, x2: b.x, y2: b.y },
      strength: weight / strongest,
    })),
    total: neighbours.length,
  }
}
