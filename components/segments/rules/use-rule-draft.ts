'use client'

import { useMemo, useState } from 'react'
import { isShare } from '@/lib/rules/is-share'
import { parseRule } from '@/lib/rules/parse-rule'
import { printRule } from '@/lib/rules/print-rule'
import type { Rule } from '@/lib/rules/rule'
import { RuleSyntaxError } from '@/lib/rules/syntax-error'
import type { SnapshotSummary } from '@/lib/segments/snapshot-schema'
import { changeNode, type DraftGroup, type DraftNode, toDraft, toRule } from './draft'
import type { RuleSegments } from './use-rule-segments'

/** A rule that is edited by its parts and as text; both say the same unless the text has a mistake. */
export function useRuleDraft(initial: Rule, summary: SnapshotSummary, { segments, name }: RuleSegments) {
  const units = useMemo(() => new Map(summary.features.map(({ id, unit }) => [id, unit])), [summary])
  const [draft, setDraft] = useState(() => toDraft(initial))
  const [addedKey, setAddedKey] = useState<number | null>(null)
  const [text, setText] = useState('')
  const [error, setError] = useState<RuleSyntaxError | null>(null)
  const { rule, unfinished } = useMemo(() => toRule(draft), [draft])
  function edit(next: (draft: DraftGroup) => DraftGroup) {
    setDraft(next)
    setError(null)
  }
  return {
    draft,
    rule,
    unfinished,
    text,
    error,
    addedKey,
    change(key: number, change: (node: DraftNode) => DraftNode | null) {
      edit((root) => {
        if (root.key !== key) return changeNode(root, key, change)
        const next = change(root)
        return next?.type === 'group' ? next : root
      })
    },
    add(groupKey: number, node: DraftNode) {
      const append = (group: DraftNode) =>
        group.type === 'group' ? { ...group, rules: [...group.rules, node] } : group
      edit((root) =>
        root.key === groupKey ? (append(root) as DraftGroup) : changeNode(root, groupKey, append),
      )
      setAddedKey(node.key)
    },
    /** writes the rule as text, unless a text with a mistake waits to be corrected */
    openText() {
      if (!error) setText(printRule(rule, { isShare, nameSegment: name }))
    },
    changeText(next: string) {
      setText(next)
      try {
        const parsed = parseRule(next, {
          unit: (id) => units.get(id) ?? null,
          hasField: (field) => summary.fields.some((one) => one.field === field),
          hasSegment: (id) => segments.some((segment) => segment.id === id),
        })
        setDraft(toDraft(parsed))
        setAddedKey(null)
        setError(null)
      } catch (failure) {
        if (!(failure instanceof RuleSyntaxError)) throw failure
        setError(failure)
      }
    },
  }
}
