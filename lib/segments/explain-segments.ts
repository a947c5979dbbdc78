import { explainLabels } from '@/lib/clustering/explain'
import type { TreeRule } from '@/lib/clustering/tree-rules'
import type { SegmentTree } from './insights-schema'
import type { InsightsInput } from './queries-insights'
import { type Condition, countRules, type FeatureSample, readSample } from './queries-insights-features'

/** Customers a tree is grown from and measured on. */
const sampleSize = 20_000

/** Customers in no segment are a class of their own, after the segments. */
function labelsOf({ segments }: FeatureSample, count: number): { labels: Int32Array; classes: number } {
  const labels = segments.map((segment) => (segment < 0 ? count : segment))
  return { labels, classes: count + 1 }
}

/** The segments as rules of a shallow tree, by segment and size; null where they cannot be told apart. */
export async function explainSegments(
  connection: InsightsInput['connection'],
  features: readonly string[],
  count: number,
): Promise<SegmentTree | null> {
  const sample = await readSample(connection, features, sampleSize)
  const { labels, classes } = labelsOf(sample, count)
  const explained = explainLabels(sample.columns, labels, classes)
  if (!explained) return null
  const named = explained.rules.map(({ label, conditions }: TreeRule) => ({
    label,
    conditions: conditions.map(
      ({ feature, operator, value }): Condition => ({ feature: features[feature]!, operator, value }),
    ),
  }))
  const fills = Object.fromEntries(features.map((feature, i) => [feature, explained.fills[i]!]))
  const counts = await countRules(connection, named, fills)
  const rules = named.flatMap(({ label, conditions }, index) => {
    const met = counts.filter(({ rule }) => rule === index)
    const customers = met.reduce((sum, row) => sum + row.customers, 0)
    const own = met.find(({ segment }) => segment === label)?.customers ?? 0
    return label < count && customers > 0
      ? [{ position: label, conditions, customers, precision: own / customers }]
      : []
  })
  rules.sort((a, b) => a.position - b.position || b.customers - a.customers)
  return { fidelity: explained.fidelity, customers: explained.heldOut, rules }
}
