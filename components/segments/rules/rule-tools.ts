import type { SnapshotField, SnapshotSummary } from '@/lib/segments/snapshot-schema'
import type { DraftNode } from './draft'
import type { NamedRuleSegment } from './name-rule-segments'

/** What every part of the editor works with. */
export type RuleTools = {
  summary: SnapshotSummary
  field: (field: string) => SnapshotField | undefined
  segments: readonly NamedRuleSegment[]
  /** null takes the part out */
  change: (key: number, change: (node: DraftNode) => DraftNode | null) => void
  add: (groupKey: number, node: DraftNode) => void
  /** the part that was added last: it takes the focus */
  addedKey: number | null
}
