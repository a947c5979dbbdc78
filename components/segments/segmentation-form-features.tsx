'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { FeaturePicker, type FeaturePickerProps } from './form/feature-picker'
import { useItemText } from './form/use-item-text'

export type SegmentationFormFeaturesProps = FeaturePickerProps & {
  open: boolean
  onOpenChange: (open: boolean) => void
  error: string | null
}

/** The figures customers are compared by: what is chosen at a glance, everything else behind a button. */
export function SegmentationFormFeatures(props: SegmentationFormFeaturesProps) {
  const { open, onOpenChange, error, ...picker } = props
  const { chosen, reset } = picker.choice
  const t = useTranslations('segmentForm.features')
  const text = useItemText()
  const id = useId()
  return (
    <section
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-hint`}
      className="flex min-w-0 flex-col gap-4"
    >
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <h2 id={`${id}-title`} className="text-sm font-medium">
            {t('title')}
          </h2>
          <span aria-live="polite" className="text-sm text-muted">
            {t('selected', { count: chosen.length })}
          </span>
        </div>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {t('hint')}
        </p>
        {error ? (
          <p role="alert" tabIndex={-1} data-invalid className="scroll-mt-20 text-sm text-danger">
            {error}
          </p>
        ) : null}
      </div>
      <ul className="flex flex-wrap gap-2">
        {chosen.map((item) => (
          <li
            key={item.key}
            className="max-w-full truncate rounded-full border border-border bg-subtle px-3 py-1 text-sm"
          >
            {text.name(item)}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button aria-expanded={open} aria-controls={`${id}-details`} onClick={() => onOpenChange(!open)}>
          <SlidersHorizontal aria-hidden />
          {t(open ? 'close' : 'details')}
        </Button>
        {open ? (
          <Button variant="ghost" onClick={reset}>
            {t('reset')}
          </Button>
        ) : null}
      </div>
      <div id={`${id}-details`}>{open ? <FeaturePicker {...picker} /> : null}</div>
    </section>
  )
}
