import { roundWithin } from '@/lib/statistics/round-within'
import { majority, type TreeNode } from './tree'

export type TreeCondition = { feature: number; operator: '<=' | '>'; value: number }
/** One leaf: rows that meet all conditions are taken for the class. */
export type TreeRule = { label: number; conditions: TreeCondition[] }

/** The tree with each threshold as the roundest number that splits its rows the same, and no split for nothing. */
export function simplifyTree(node: TreeNode): TreeNode {
  if (!node.split) return node
  const { from, to } = node.split
  const [left, right] = [simplifyTree(node.split.left), simplifyTree(node.split.right)]
  const isForNothing = !left.split && !right.split && majority(left) === majority(right)
  if (isForNothing) return { ...node, split: null }
  return { ...node, split: { ...node.split, threshold: roundWithin(from, to), left, right } }
}

/** Of several bounds on one side of a feature the one nearest to the leaf counts: it is the tightest. */
function addCondition(conditions: readonly TreeCondition[], added: TreeCondition): TreeCondition[] {
  const same = ({ feature, operator }: TreeCondition) =>
    feature === added.feature && operator === added.operator
  return conditions.some(same)
    ? conditions.map((condition) => (same(condition) ? added : condition))
    : [...conditions, added]
}

/** A tree's leaves as rules that leave no row out and never both hold, from left to right. */
export function listRules(node: TreeNode, conditions: TreeCondition[] = []): TreeRule[] {
  if (!node.split) return [{ label: majority(node), conditions }]
  const { feature, threshold: value, left, right } = node.split
  return [
    ...listRules(left, addCondition(conditions, { feature, operator: '<=', value })),
    ...listRules(right, addCondition(conditions, { feature, operator: '>', value })),
  ]
}
