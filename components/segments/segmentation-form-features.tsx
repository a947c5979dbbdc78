'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'

export type FormFeature = {
  id: string
  group: string
  /** why it cannot be computed, worded; null when it can */
  unavailable: string | null
  /** selected to begin with */
  preselected: boolean
}

export type FormFeaturesProps = {
  features: readonly FormFeature[]
  selected: ReadonlySet<string>
  onChange: (selected: Set<string>) => void
  error: string | null
}

/** The figures to compare customers by, in groups; what the data cannot give stands below with the reason. */
export function SegmentationFormFeatures({ features, selected, onChange, error }: FormFeaturesProps) {
  const t = useTranslations('segments.form')
  const words = useTranslations('features')
  const id = useId()
  const available = features.filter((feature) => !feature.unavailable)
  const unavailable = features.filter((feature) => feature.unavailable)
  const groups = [...new Set(available.map((feature) => feature.group))]
  const toggle = (feature: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(feature)
    else next.delete(feature)
    onChange(next)
  }
  const reset = () =>
    onChange(new Set(available.filter((feature) => feature.preselected).map((feature) => feature.id)))
  return (
    <section
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-hint`}
      className="flex min-w-0 flex-col gap-5"
    >
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <h2 id={`${id}-title`} className="text-sm font-medium">
            {t('features')}
          </h2>
          <span className="flex items-center gap-2 text-sm text-muted">
            <span aria-live="polite">{t('selected', { count: selected.size })}</span>
            <Button size="sm" variant="ghost" onClick={reset}>
              {t('reset')}
            </Button>
          </span>
        </div>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {t('featuresHint')}
        </p>
        {error ? (
          <p role="alert" tabIndex={-1} data-invalid className="scroll-mt-20 text-sm text-danger">
            {error}
          </p>
        ) : null}
      </div>
      {groups.map((group) => (
        <fieldset key={group} className="min-w-0">
          <legend className="mb-2 text-sm font-semibold">{words(`groups.${group}`)}</legend>
          <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {available
              .filter((feature) => feature.group === group)
              .map((feature) => (
                <Checkbox
                  key={feature.id}
                  label={words(`${feature.id}.name`)}
                  description={words(`${feature.id}.meaning`)}
                  checked={selected.has(feature.id)}
                  onChange={(event) => toggle(feature.id, event.target.checked)}
                />
              ))}
          </div>
        </fieldset>
      ))}
      {unavailable.length > 0 ? (
        <div>
          <h3 className="mb-2 text-sm font-semibold">{t('unavailable')}</h3>
          <ul className="grid gap-x-6 gap-y-3 text-sm text-muted sm:grid-cols-2">
            {unavailable.map((feature) => (
              <li key={feature.id}>
                <span className="text-text">{words(`${feature.id}.name`)}</span>
                <span className="block">{feature.unavailable}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
