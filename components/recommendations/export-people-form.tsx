'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { ConsentField } from '@/components/exports/consent-field'
import { ExportTotal } from '@/components/exports/export-total'
import { ExportWarnings } from '@/components/exports/export-warnings'
import { chosenPurpose, firstChoice, type PeopleChoice } from '@/components/exports/people-choice'
import { PurposeFields } from '@/components/exports/purpose-fields'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import { findWarnings } from '@/lib/privacy/export-schema'
import { exportCountsQuery } from '@/lib/recommendations/client'
import type { RecommenderExport } from '@/lib/recommendations/export-schema'
import { ExportButton } from './export-button'

export type ExportPeopleFormProps = {
  recommenderId: string
  what: RecommenderExport
  productId: string | null
  /** of the file */
  name: string
  onDone: () => void
}

/** What lists of people are for and who is in them; then the download starts. */
export function ExportPeopleForm({ recommenderId, what, productId, name, onDone }: ExportPeopleFormProps) {
  const t = useTranslations('recommendations.exports')
  const words = useTranslations('exports.dialog')
  const errorText = useErrorText()
  const [choice, setChoice] = useState<PeopleChoice>(firstChoice)
  const change = (part: Partial<PeopleChoice>) => setChoice((before) => ({ ...before, ...part }))
  const { onlyConsented, pseudonymised } = choice
  const query = useQuery({
    ...exportCountsQuery(recommenderId, { what, productId, onlyConsented }),
    placeholderData: keepPreviousData,
  })
  const counts = query.data
  const purpose = chosenPurpose(choice)
  const warnings =
    counts && choice.kind
      ? findWarnings({
          ...{ counts, onlyConsented, purpose: { kind: choice.kind } },
          ...{ forPlatform: false, forAdvertising: false },
        })
      : []
  const confirmed = warnings.every((warning) => choice.confirmed.includes(warning))
  const isReady = purpose !== null && confirmed && !!counts?.exported && !query.isPlaceholderData
  return (
    <div className="flex flex-col gap-6">
      <PurposeFields choice={choice} onChange={change} />
      <Checkbox
        label={words('pseudonymise')}
        description={t('pseudonymiseHint')}
        checked={pseudonymised}
        onChange={({ target }) => change({ pseudonymised: target.checked })}
      />
      <ConsentField choice={choice} onChange={change} counts={counts} />
      {counts ? (
        <ExportWarnings
          warnings={warnings}
          counts={counts}
          confirmed={confirmed}
          onConfirm={(yes) => change({ confirmed: yes ? warnings : [] })}
        />
      ) : null}
      {query.error ? <Alert tone="danger">{errorText(query.error)}</Alert> : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <ExportTotal counts={counts} pending={query.isFetching} />
        <ExportButton
          disabled={!isReady}
          onDone={onDone}
          request={{
            ...{ recommenderId, what, productId, name, onlyConsented, pseudonymised, purpose },
            confirmed: [...choice.confirmed],
          }}
        >
          {t('download')}
        </ExportButton>
      </div>
    </div>
  )
}
