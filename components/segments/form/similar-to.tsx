'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'

export type EarlierSegmentation = { id: string; name: string; asOf: string }

export type SimilarToProps = {
  /** finished ones by k-means, newest first */
  earlier: readonly EarlierSegmentation[]
  value: string | null
  onChange: (id: string | null) => void
}

/** Which earlier segmentation hands on the names and colours of its segments. */
export function SimilarTo({ earlier, value, onChange }: SimilarToProps) {
  const t = useTranslations('segmentForm.similarTo')
  const formats = useFormats()
  return (
    <Field label={t('label')} hint={t('hint')}>
      <Select value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{t('none')}</option>
        {earlier.map(({ id, name, asOf }) => (
          <option key={id} value={id}>
            {t('option', { name, date: formats.date(asOf) })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
