import type { SnapshotSummary } from '@/lib/segments/snapshot-schema'
import type { FormItem } from './form-item'

export type AlikePair = { a: FormItem; b: FormItem; r: number }

/** Chosen items that say almost the same (|r| ≥ 0.8), strongest first; one pair for all levels of a field. */
export function findAlike(
  correlations: SnapshotSummary['correlations'],
  items: readonly FormItem[],
  selected: ReadonlySet<string>,
): AlikePair[] {
  const chosen = items.filter(({ key }) => selected.has(key))
  const owners = new Map(chosen.flatMap((item) => item.ids.map((id) => [id, item] as const)))
  const pairs = new Map<string, AlikePair>()
  for (const { a, b, r } of correlations) {
    const [one, other] = [owners.get(a), owners.get(b)]
    if (!one || !other || one === other) continue
    const key = [one.key, other.key].sort().join('\n')
    const known = pairs.get(key)
    if (!known || Math.abs(r) > Math.abs(known.r)) pairs.set(key, { a: one, b: other, r })
  }
  return [...pairs.values()].sort((left, right) => Math.abs(right.r) - Math.abs(left.r))
}
