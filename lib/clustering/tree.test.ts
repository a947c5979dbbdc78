import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/statistics/random'
import { iris, irisColumns, irisRows, irisSpecies } from './iris.fixture'
import { growTree, majority, predictRow, type TreeNode } from './tree'
import { listRules, simplifyTree } from './tree-rules'

const [PETAL_LENGTH, PETAL_WIDTH] = [2, 3]
const columns = Array.from({ length: irisColumns }, (_, c) =>
  Float64Array.from({ length: irisRows }, (_, row) => iris[row * irisColumns + c]!),
)
const limits = { maxDepth: 2, maxLeaves: 12, minLeaf: 1 }
const counts = (node: TreeNode | undefined) => Array.from(node?.counts ?? [])

function score(tree: TreeNode, table = columns, labels = irisSpecies): number {
  return labels.filter((label, row) => predictRow(tree, table, row) === label).length / labels.length
}

describe('growTree', () => {
  // scikit-learn 1.2: DecisionTreeClassifier on load_iris; petal length ≤ 2.45 and petal width ≤ 0.8 split alike
  it('splits iris as scikit-learn does, two deep', () => {
    const { split, ...root } = growTree(columns, irisSpecies, 3, limits)
    expect(counts(root as TreeNode)).toEqual([50, 50, 50])
    expect(split).toMatchObject({ feature: PETAL_LENGTH, threshold: 2.45 })
    expect(counts(split?.left)).toEqual([50, 0, 0])
    expect(split?.left.split).toBeNull()
    expect(split?.right.split).toMatchObject({ feature: PETAL_WIDTH, threshold: 1.75 })
    expect(counts(split?.right.split?.left)).toEqual([0, 49, 5])
    expect(counts(split?.right.split?.right)).toEqual([0, 1, 45])
  })

  it('scores as scikit-learn does, three deep', () => {
    const tree = growTree(columns, irisSpecies, 3, { ...limits, maxDepth: 3 })
    expect(score(tree)).toBeCloseTo(0.9733333333333334, 12)
    const versicolor = tree.split!.right.split!.left.split!
    expect(versicolor.feature).toBe(PETAL_LENGTH)
    expect(versicolor.threshold).toBeCloseTo(4.95, 12)
  })

  it('spends its leaves where they gain most, none smaller than allowed', () => {
    const tree = growTree(columns, irisSpecies, 3, { maxDepth: 4, maxLeaves: 5, minLeaf: 5 })
    const leaves = (node: TreeNode): number[][] =>
      node.split ? [...leaves(node.split.left), ...leaves(node.split.right)] : [counts(node)]
    // scikit-learn: max_depth=4, max_leaf_nodes=5, min_samples_leaf=5
    expect(leaves(tree)).toEqual([
      [50, 0, 0],
      [0, 4, 1],
      [0, 43, 0],
      [0, 2, 4],
      [0, 1, 45],
    ])
  })

  it('does not split what is pure or the same everywhere', () => {
    const same = [Float64Array.from({ length: 6 }, () => 4)]
    expect(growTree(same, Int32Array.of(0, 1, 0, 1, 0, 1), 2, limits).split).toBeNull()
    expect(growTree(columns, new Int32Array(irisRows), 1, limits).split).toBeNull()
  })

  it('finds a rule that was there', () => {
    const random = createRandom(3)
    const table = [0, 1, 2].map(() => Float64Array.from({ length: 2000 }, () => Math.round(random() * 400)))
    const labels = Int32Array.from(table[0]!, (recency, row) =>
      recency > 90 && table[1]![row]! <= 120 ? 2 : recency > 90 ? 1 : 0,
    )
    const tree = growTree(table, labels, 3, { ...limits, maxDepth: 4 })
    expect(score(tree, table, labels)).toBe(1)
    expect(listRules(simplifyTree(tree))).toEqual([
      { label: 0, conditions: [{ feature: 0, operator: '<=', value: 90 }] },
      {
        label: 2,
        conditions: [
          { feature: 0, operator: '>', value: 90 },
          { feature: 1, operator: '<=', value: 120 },
        ],
      },
      {
        label: 1,
        conditions: [
          { feature: 0, operator: '>', value: 90 },
          { feature: 1, operator: '>', value: 120 },
        ],
      },
    ])
  })
})

describe('rules of a tree', () => {
  const tree = simplifyTree(growTree(columns, irisSpecies, 3, { ...limits, maxDepth: 4 }))
  const rules = listRules(tree)

  it('have round numbers, each bound once', () => {
    expect(rules[0]).toEqual({
      label: 0,
      conditions: [{ feature: PETAL_LENGTH, operator: '<=', value: 2 }],
    })
    for (const { conditions } of rules) {
      const bounds = conditions.map(({ feature, operator }) => `${feature}${operator}`)
      expect(new Set(bounds).size).toBe(bounds.length)
    }
  })

  it('hold for every row exactly once, and say what the tree says', () => {
    for (let row = 0; row < irisRows; row++) {
      const met = rules.filter(({ conditions }) =>
        conditions.every(({ feature, operator, value }) =>
          operator === '<=' ? columns[feature]![row]! <= value : columns[feature]![row]! > value,
        ),
      )
      expect(met.map(({ label }) => label)).toEqual([predictRow(tree, columns, row)])
    }
  })

  it('leave out splits whose sides say the same', () => {
    const leaf = (...of: number[]): TreeNode => ({ counts: Int32Array.from(of), split: null })
    const split = (feature: number, left: TreeNode, right: TreeNode): TreeNode => ({
      counts: left.counts.map((count, i) => count + right.counts[i]!),
      split: { feature, threshold: 1.5, from: 1, to: 2, left, right },
    })
    const inner = split(1, leaf(1, 9), leaf(4, 6))
    expect(simplifyTree(inner)).toMatchObject({ split: null })
    expect(listRules(simplifyTree(split(0, leaf(9, 0), inner)))).toEqual([
      { label: 0, conditions: [{ feature: 0, operator: '<=', value: 1 }] },
      { label: 1, conditions: [{ feature: 0, operator: '>', value: 1 }] },
    ])
    expect(majority(leaf(3, 3))).toBe(0)
  })
})
