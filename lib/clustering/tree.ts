/** A split sends values up to the threshold to the left and others to the right. */
export type TreeSplit = {
  feature: number
  threshold: number
  /** the greatest value left of it and the smallest right of it: any threshold in [from, to) splits the same rows */
  from: number
  to: number
  left: TreeNode
  right: TreeNode
}
export type TreeNode = {
  /** rows of each class that came here */
  counts: Int32Array
  split: TreeSplit | null
}

export type TreeOptions = { maxDepth: number; maxLeaves: number; minLeaf: number }

type Candidate = Omit<TreeSplit, 'left' | 'right'> & {
  /** how much less impurity × rows the two sides have */
  gain: number
}

type Growing = {
  node: TreeNode
  depth: number
  /** per feature, the node's rows in ascending order of its values */
  orders: Int32Array[]
  best: Candidate | null
}

/** Below this a split gains nothing but rounding errors. */
const leastGain = 1e-9

/** Gini's impurity × rows: n − Σ n_c² ÷ n. */
function impurity(counts: Int32Array, rows: number): number {
  let squares = 0
  for (const count of counts) squares += count * count
  return rows === 0 ? 0 : rows - squares / rows
}

function findSplit(
  columns: readonly Float64Array[],
  labels: Int32Array,
  { orders, node: { counts } }: Pick<Growing, 'orders' | 'node'>,
  minLeaf: number,
): Candidate | null {
  const rows = orders[0]?.length ?? 0
  const whole = impurity(counts, rows)
  let best: Candidate | null = null
  for (let feature = 0; feature < columns.length; feature++) {
    const [column, order] = [columns[feature]!, orders[feature]!]
    const left = new Int32Array(counts.length)
    // Σ n_c² of both sides, kept up to date row by row
    let leftSquares = 0
    let rightSquares = counts.reduce((sum, count) => sum + count * count, 0)
    for (let i = 0; i < rows - 1; i++) {
      const label = labels[order[i]!]!
      const before = left[label]!++
      leftSquares += 2 * before + 1
      rightSquares -= 2 * (counts[label]! - before) - 1
      const [from, to] = [column[order[i]!]!, column[order[i + 1]!]!]
      const taken = i + 1
      if (from === to || taken < minLeaf || rows - taken < minLeaf) continue
      const gain = whole - (rows - leftSquares / taken - rightSquares / (rows - taken))
      if (gain > leastGain && gain > (best?.gain ?? 0) + leastGain)
        best = { feature, threshold: from + (to - from) / 2, from, to, gain }
    }
  }
  return best
}

function countClasses(rows: Int32Array, labels: Int32Array, classes: number): Int32Array {
  const counts = new Int32Array(classes)
  for (const row of rows) counts[labels[row]!]!++
  return counts
}

/**
 * Grows a classification tree on columns without missing values (CART of Breiman et al. 1984: Gini's impurity, thresholds
 * half-way between neighbouring values). Of all possible splits the one that gains most is made first, until the tree is
 * as deep or has as many leaves as allowed; equal gains go to the earlier feature and the smaller threshold.
 * `labels` are 0 … classes − 1, one per row.
 */
export function growTree(
  columns: readonly Float64Array[],
  labels: Int32Array,
  classes: number,
  { maxDepth, maxLeaves, minLeaf }: TreeOptions,
): TreeNode {
  const start = (orders: Int32Array[], depth: number): Growing => {
    const node = { counts: countClasses(orders[0]!, labels, classes), split: null }
    const best = depth < maxDepth ? findSplit(columns, labels, { orders, node }, minLeaf) : null
    return { node, depth, orders, best }
  }
  const everyRow = columns.map((column) =>
    Int32Array.from(labels, (_, row) => row).sort((a, b) => column[a]! - column[b]! || a - b),
  )
  const root = start(everyRow, 0)
  const leaves = [root]
  while (leaves.length < maxLeaves) {
    const next = leaves.reduce((most, leaf) =>
      (leaf.best?.gain ?? 0) > (most.best?.gain ?? 0) ? leaf : most,
    )
    if (!next.best) break
    const { gain, ...split } = next.best
    const column = columns[split.feature]!
    const isLeft = (row: number) => column[row]! <= split.threshold
    const left = start(
      next.orders.map((order) => order.filter(isLeft)),
      next.depth + 1,
    )
    const right = start(
      next.orders.map((order) => order.filter((row) => !isLeft(row))),
      next.depth + 1,
    )
    next.node.split = { ...split, left: left.node, right: right.node }
    leaves.splice(leaves.indexOf(next), 1, left, right)
  }
  return root.node
}

/** The class with most rows in a node; of equals the first. */
export function majority({ counts }: TreeNode): number {
  return counts.reduce((most, count, label) => (count > counts[most]! ? label : most), 0)
}

/** The class that a tree gives the row of a table. */
export function predictRow(node: TreeNode, columns: readonly Float64Array[], row: number): number {
  const { split } = node
  if (!split) return majority(node)
  return predictRow(columns[split.feature]![row]! <= split.threshold ? split.left : split.right, columns, row)
}
