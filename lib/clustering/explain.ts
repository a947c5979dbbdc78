import { median } from '@/lib/statistics/quantiles'
import { growTree, predictRow } from './tree'
import { listRules, simplifyTree, type TreeRule } from './tree-rules'

export type Explanation = {
  /** share of the held-out rows that get their own label */
  fidelity: number
  heldOut: number
  /** per feature, the median that stands in for a missing value */
  fills: number[]
  rules: TreeRule[]
}

const limits = { maxDepth: 4, maxLeaves: 12 }
const fewestRows = 60
const smallestLeaf = 5
const leafShare = 0.005

/**
 * A tree that imitates the labels (0 … classes − 1) from raw columns (NaN = missing), at most four conditions deep and
 * with at most twelve rules. Every third row is held out to measure it, so the rows must come in random order. Missing
 * values go the way of the median of the rows the tree is grown from. Null when there is nothing to tell apart or too
 * little to learn from.
 */
export function explainLabels(
  columns: readonly Float64Array[],
  labels: Int32Array,
  classes: number,
): Explanation | null {
  const isHeldOut = (row: number) => row % 3 === 2
  const grownLabels = labels.filter((_, row) => !isHeldOut(row))
  if (columns.length === 0 || labels.length < fewestRows || new Set(grownLabels).size < 2) return null
  const fills = columns.map((column) => {
    const middle = median(column.filter((_, row) => !isHeldOut(row)))
    return Number.isNaN(middle) ? 0 : middle
  })
  const filled = columns.map((column, i) =>
    column.map((value) => (Number.isNaN(value) ? (fills[i] ?? 0) : value)),
  )
  const minLeaf = Math.max(smallestLeaf, Math.ceil(leafShare * grownLabels.length))
  const tree = simplifyTree(
    growTree(
      filled.map((column) => column.filter((_, row) => !isHeldOut(row))),
      grownLabels,
      classes,
      { ...limits, minLeaf },
    ),
  )
  let right = 0
  let heldOut = 0
  for (let row = 0; row < labels.length; row++) {
    if (!isHeldOut(row)) continue
    heldOut++
    if (predictRow(tree, filled, row) === labels[row]) right++
  }
  return { fidelity: right / heldOut, heldOut, fills, rules: listRules(tree) }
}
