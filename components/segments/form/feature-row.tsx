'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import type { Preparation } from '@/lib/segments/settings-schema'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'
import { findSigns } from './feature-signs'
import type { FormItem } from './form-item'
import { type Suggested, suggestedPreparation } from './preparations'
import { PrepareDialog } from './prepare-dialog'
import { useItemText } from './use-item-text'
import { usePreparationText } from './use-preparation-text'

export type FeatureRowProps = {
  item: FormItem
  selected: boolean
  /** of each of the item's features as of the chosen day; none while they are not known */
  figures: readonly SnapshotFeature[]
  customers: number
  preparation: Preparation | undefined
  onSelect: (on: boolean) => void
  onPrepare: (change: Preparation, suggested: Suggested) => void
  onUnprepare: () => void
}

/** A figure to choose: what it means, what it looks like in the data, and how it is prepared. */
export function FeatureRow(props: FeatureRowProps) {
  const { item, selected, figures, customers, preparation, onSelect, onPrepare, onUnprepare } = props
  const t = useTranslations('segmentForm')
  const text = useItemText()
  const preparationText = usePreparationText()
  const name = text.name(item)
  const [first] = figures
  const single = item.field === null && first ? first : null
  const suggested = first ? suggestedPreparation(first) : null
  return (
    <li className="flex min-w-0 flex-col gap-1 py-3">
      <Checkbox
        label={name}
        description={text.meaning(item)}
        checked={selected}
        onChange={(event) => onSelect(event.target.checked)}
      />
      {first ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pl-7 text-xs text-muted">
          <span className="tabular-nums">{text.figures(item, figures, customers)}</span>
          {single
            ? findSigns(single, customers).map((sign) => (
                <Badge key={sign.kind} tone={sign.tone}>
                  {text.sign(single, sign)}
                </Badge>
              ))
            : null}
        </div>
      ) : null}
      {selected && suggested ? (
        <div className="flex flex-wrap items-center gap-x-3 pl-7 text-sm">
          <span className="min-w-0">{preparationText(single, { ...suggested, ...preparation })}</span>
          {preparation ? <Badge tone="accent">{t('features.changed')}</Badge> : null}
          <PrepareDialog
            name={name}
            figures={single}
            preparation={preparation}
            suggested={suggested}
            onChange={(change) => onPrepare(change, suggested)}
            onReset={onUnprepare}
          />
        </div>
      ) : null}
    </li>
  )
}
