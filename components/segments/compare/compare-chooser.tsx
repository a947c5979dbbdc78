'use client'

import { ArrowLeftRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { SegmentationSummary } from '@/lib/segments/schema'
import { nameRun } from './name-run'

export type CompareChooserProps = {
  /** finished ones, newest first */
  runs: readonly Pick<SegmentationSummary, 'id' | 'name' | 'asOf'>[]
  a: string
  b: string
}

/** Which two segmentations are compared, kept in the address. */
export function CompareChooser({ runs, a, b }: CompareChooserProps) {
  const t = useTranslations('compare.chooser')
  const formats = useFormats()
  const [isPending, startTransition] = useTransition()
  const [, setPair] = useQueryStates(
    { a: parseAsString, b: parseAsString },
    { history: 'push', shallow: false, startTransition },
  )
  const choice = (label: string, value: string, onChange: (id: string) => void) => (
    <Field label={label}>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        {runs.map(({ id, name, asOf }) => (
          <option key={id} value={id}>
            {nameRun(name, formats.date(asOf), (date) => t('option', { name, date }))}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <div className="grid items-end gap-3 sm:grid-cols-[1fr_auto_1fr]">
      {choice(t('first'), a, (id) => setPair({ a: id, b }))}
      <Button loading={isPending} onClick={() => setPair({ a: b, b: a })}>
        <ArrowLeftRight aria-hidden />
        {t('swap')}
      </Button>
      {choice(t('second'), b, (id) => setPair({ a, b: id }))}
    </div>
  )
}
