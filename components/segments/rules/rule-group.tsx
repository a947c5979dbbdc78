'use client'

import { FolderPlus, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Select } from '@/components/ui/select'
import { deepestGroup } from '@/lib/rules/limits'
import { AddCondition } from './add-condition'
import { type DraftGroup, newKey } from './draft'
import { RuleCondition } from './rule-condition'
import type { RuleTools } from './rule-tools'

const ways = {
  all: { operator: 'and', not: false },
  any: { operator: 'or', not: false },
  notAll: { operator: 'and', not: true },
  none: { operator: 'or', not: true },
} as const
type Way = keyof typeof ways

const wayOf = ({ operator, not }: DraftGroup): Way =>
  operator === 'and' ? (not ? 'notAll' : 'all') : not ? 'none' : 'any'

type RuleGroupProps = {
  group: DraftGroup
  tools: RuleTools
  /** 1 for the group that is the whole rule */
  depth: number
  onRemove?: () => void
}

/** Conditions and groups of which all, any, not all or none must hold. */
export function RuleGroup({ group, tools, depth, onRemove }: RuleGroupProps) {
  const t = useTranslations('rules.group')
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const isNew = tools.addedKey === group.key
  useEffect(() => {
    if (isNew) box.current?.querySelector<HTMLElement>('select')?.focus()
  }, [isNew])
  const remove = (key: number) => {
    tools.change(key, () => null)
    box.current?.querySelector<HTMLElement>(':scope > div:last-child button')?.focus()
  }
  const addGroup = () =>
    tools.add(group.key, { key: newKey(), type: 'group', operator: 'or', not: false, rules: [] })
  return (
    <fieldset
      ref={box}
      className={cn('min-w-0', depth > 1 && 'rounded-lg border border-border-strong bg-subtle/40 p-3')}
    >
      <legend className="sr-only">{t(depth === 1 ? 'whole' : 'inner')}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor={id} className="text-sm">
            {t(depth === 1 ? 'whole' : 'inner')}
          </label>
          <Select
            id={id}
            wrapperClassName="w-auto"
            value={wayOf(group)}
            onChange={(event) => {
              const way = ways[event.target.value as Way]
              tools.change(group.key, (node) => (node.type === 'group' ? { ...node, ...way } : node))
            }}
          >
            {Object.keys(ways).map((way) => (
              <option key={way} value={way}>
                {t(`ways.${way}`)}
              </option>
            ))}
          </Select>
        </div>
        {onRemove ? (
          <Button variant="ghost" size="icon-sm" aria-label={t('remove')} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        ) : null}
      </div>
      {group.rules.length > 0 ? (
        <ul className="mt-1">
          {group.rules.map((node) =>
            node.type === 'group' ? (
              <li key={node.key} className="py-3">
                <RuleGroup group={node} tools={tools} depth={depth + 1} onRemove={() => remove(node.key)} />
              </li>
            ) : (
              <RuleCondition
                key={node.key}
                condition={node}
                tools={tools}
                onRemove={() => remove(node.key)}
              />
            ),
          )}
        </ul>
      ) : (
        <p className="py-3 text-sm text-muted">{t(depth === 1 ? 'emptyWhole' : 'emptyInner')}</p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <AddCondition tools={tools} onPick={(node) => tools.add(group.key, node)}>
          <Button size="sm">
            <Plus aria-hidden />
            {t('addCondition')}
          </Button>
        </AddCondition>
        {depth < deepestGroup ? (
          <Button size="sm" variant="ghost" onClick={addGroup}>
            <FolderPlus aria-hidden />
            {t('addGroup')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
