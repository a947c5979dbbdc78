'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { type DraftCondition, finishCondition } from './draft'
import { FeatureCondition } from './feature-condition'
import { FieldCondition } from './field-condition'
import type { RuleTools } from './rule-tools'
import { SegmentCondition } from './segment-condition'

type RuleConditionProps = { condition: DraftCondition; tools: RuleTools; onRemove: () => void }

function ConditionControls({ condition, tools }: Omit<RuleConditionProps, 'onRemove'>) {
  const onChange = (next: DraftCondition) => tools.change(condition.key, () => next)
  switch (condition.type) {
    case 'feature': {
      const figures = tools.summary.features.find(({ id }) => id === condition.feature)
      return <FeatureCondition condition={condition} figures={figures} onChange={onChange} />
    }
    case 'field':
      return (
        <FieldCondition condition={condition} figures={tools.field(condition.field)} onChange={onChange} />
      )
    case 'segment':
      return <SegmentCondition condition={condition} segments={tools.segments} onChange={onChange} />
  }
}

/** One condition with its controls; the one added last takes the focus. */
export function RuleCondition({ condition, tools, onRemove }: RuleConditionProps) {
  const t = useTranslations('rules.condition')
  const row = useRef<HTMLLIElement>(null)
  const isNew = tools.addedKey === condition.key
  useEffect(() => {
    if (isNew) row.current?.querySelector<HTMLElement>('select')?.focus()
  }, [isNew])
  const unfinished = finishCondition(condition) === null
  return (
    <li ref={row} className="flex items-start gap-2 border-b border-border py-3 last:border-0">
      <div className="min-w-0 flex-1">
        <ConditionControls condition={condition} tools={tools} />
        {unfinished ? <p className="mt-1 text-xs text-warning">{t('unfinished')}</p> : null}
      </div>
      <Button variant="ghost" size="icon-sm" aria-label={t('remove')} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </li>
  )
}
