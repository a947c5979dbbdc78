'use client'

import { RotateCcw, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { seriesColor } from '@/components/charts/series-color'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Swatch } from '@/components/ui/swatch'
import type { MapDraft } from './use-map-draft'
import type { MapSegment } from './use-map-segments'

type EditToolbarProps = {
  draft: MapDraft
  segments: readonly MapSegment[]
  /** the segment that chosen cells go to */
  brush: number
  onBrush: (segment: number) => void
}

/** Where chosen cells go, and the way back. */
export function EditToolbar({ draft, segments, brush, onBrush }: EditToolbarProps) {
  const t = useTranslations('rfm.edit')
  return (
    <div className="mb-4 flex flex-col gap-2 rounded-lg border border-accent/40 bg-accent-soft p-3">
      <div className="flex flex-wrap items-end gap-2">
        <Swatch color={seriesColor(segments[brush]?.color ?? 0)} className="mb-2.5 size-4" />
        <Field label={t('brush')} className="w-64 max-w-full">
          <Select value={brush} onChange={(event) => onBrush(Number(event.target.value))}>
            {segments.map(({ name, color }, i) => (
              <option key={color} value={i}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button disabled={!draft.canUndo} onClick={draft.undo}>
          <Undo2 aria-hidden />
          {t('undo')}
        </Button>
        <Button disabled={!draft.isEdited} onClick={draft.reset}>
          <RotateCcw aria-hidden />
          {t('reset')}
        </Button>
      </div>
      <p className="text-sm">{t('hint')}</p>
    </div>
  )
}
