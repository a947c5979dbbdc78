'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Badge } from '@/components/ui/badge'
import type { ColumnType } from '@/lib/csv/column-profile'
import type { InspectionResult } from '@/lib/data/schema'

type FieldEvidenceProps = {
  id: string
  vendor: string | null
  evidence: InspectionResult['evidence']['fields'][string]
  /** what the column's values are */
  type: ColumnType
}

/** Guesses that are less sure than this are marked. */
const doubtful = 0.6

/** Why a column was chosen for a field, and that it is to be checked where the guess is not sure. */
export function FieldEvidence({ id, vendor, evidence, type }: FieldEvidenceProps) {
  const t = useTranslations('data.mapping')
  const quality = useTranslations('data.quality')
  const formats = useFormats()
  const { confidence, reasons } = evidence
  const vendorKey = `vendors.${vendor}` as Parameters<typeof t.has>[0]
  const vendorName = vendor && t.has(vendorKey) ? t(vendorKey as Parameters<typeof t>[0]) : (vendor ?? '')
  const words = reasons.map((reason) =>
    t(`reasons.${reason}`, { vendor: vendorName, type: quality(`types.${type}`) }),
  )
  return (
    <p id={id} className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      {confidence < doubtful ? <Badge tone="warning">{t('pleaseCheck')}</Badge> : null}
      <span>{t('guess', { reasons: formats.list(words), sure: formats.percent(confidence) })}</span>
    </p>
  )
}
