'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Checkbox } from '@/components/ui/checkbox'
import { Skeleton } from '@/components/ui/skeleton'
import type { ExportCounts } from '@/lib/privacy/export-schema'
import type { PeopleChoice } from './people-choice'

export type ConsentFieldProps = {
  choice: PeopleChoice
  onChange: (change: Partial<PeopleChoice>) => void
  /** undefined while they are counted */
  counts: ExportCounts | undefined
}

/** Whether people without consent are in the list too, where the data says who consented. */
export function ConsentField({ choice, onChange, counts }: ConsentFieldProps) {
  const t = useTranslations('exports.dialog')
  const formats = useFormats()
  if (!counts) return <Skeleton className="h-11" />
  const { consented, people } = counts
  if (consented === null) return <p className="text-sm text-muted">{t('consentUnknown')}</p>
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t('consentOnly')}
        description={t('consentCount', {
          consented: formats.integer(consented),
          people: formats.integer(people),
        })}
        checked={choice.onlyConsented}
        onChange={({ target }) => onChange({ onlyConsented: target.checked, confirmed: [] })}
      />
      {choice.onlyConsented ? null : (
        <p role="status" className="max-w-prose text-sm">
          {t('consentOff', { count: people - consented })}
        </p>
      )}
    </div>
  )
}
