import { parseFeatureId } from '@/lib/features/feature-id'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'

export type Candidate = Pick<SnapshotFeature, 'id' | 'group' | 'preselected'>

/** What is chosen as one: a feature, or all values of a field (its levels) together. */
export type FormItem = {
  /** the feature's id; of a field `level:<field>` */
  key: string
  ids: string[]
  group: string
  preselected: boolean
  /** gender, country, city, email_kind or attribute:<name>; null for a single feature */
  field: string | null
}

/** Features as the form offers them, in their order; the levels of a field stand where its first one did. */
export function listItems(candidates: readonly Candidate[]): FormItem[] {
  const items = new Map<string, FormItem>()
  for (const { id, group, preselected } of candidates) {
    const parsed = parseFeatureId(id)
    const field = parsed?.kind === 'level' ? parsed.field : null
    const key = field === null ? id : `level:${field}`
    const known = items.get(key)
    if (known) known.ids.push(id)
    else items.set(key, { key, ids: [id], group, preselected, field })
  }
  return [...items.values()]
}

/** Items by group, groups in the order of their first item. */
export function groupItems(items: readonly FormItem[]): { group: string; items: FormItem[] }[] {
  const names = [...new Set(items.map(({ group }) => group))]
  return names.map((group) => ({ group, items: items.filter((item) => item.group === group) }))
}
