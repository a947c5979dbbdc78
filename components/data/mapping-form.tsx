'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { missingFields } from '@/lib/csv/fields'
import { startImport } from '@/lib/data/actions'
import type { Inspection } from '@/lib/data/schema'
import { unwrap } from '@/lib/shared/action-result'
import { FormatChoices } from './format-choices'
import { MappingFields } from './mapping-fields'
import { MappingPreview } from './mapping-preview'
import { MappingStart } from './mapping-start'
import { TableChoice } from './table-choice'
import { UnusedColumns } from './unused-columns'
import { useMapping } from './use-mapping'

/** How an uploaded file is read, for its user to check and correct before the import. */
export function MappingForm({ inspection, canStart }: { inspection: Inspection; canStart: boolean }) {
  const t = useTranslations('data.mapping')
  const router = useRouter()
  const errorText = useErrorText()
  const { mapping, chooseTable, chooseColumn, chooseFormats, keepAttribute } = useMapping(inspection)
  const start = useMutation({
    mutationFn: async () => unwrap(await startImport({ uploadId: inspection.uploadId, mapping })),
    onSuccess: ({ importId }) => router.push(`/data/imports/${importId}`),
  })
  const missing = missingFields(mapping)
  const busy = start.isPending || start.isSuccess
  const recognised = Object.keys(inspection.guess.columns).length > 0 ? inspection.guess.table : null
  return (
    <div className="flex flex-col gap-6">
      <TableChoice
        value={mapping.table}
        recognised={recognised}
        onChange={chooseTable}
        disabled={busy || !canStart}
      />
      <Card>
        <CardHeader>
          <div>
            <CardTitle>{t('columnsTitle')}</CardTitle>
            <CardDescription>{t('columnsDescription')}</CardDescription>
          </div>
        </CardHeader>
        <CardBody className="flex flex-col gap-6">
          <MappingFields
            inspection={inspection}
            mapping={mapping}
            missing={missing}
            onChange={chooseColumn}
            disabled={busy || !canStart}
          />
          <FormatChoices
            inspection={inspection}
            mapping={mapping}
            onChange={chooseFormats}
            disabled={busy || !canStart}
          />
          <UnusedColumns
            headers={inspection.headers}
            mapping={mapping}
            onKeep={keepAttribute}
            disabled={busy || !canStart}
          />
        </CardBody>
      </Card>
      <MappingPreview inspection={inspection} mapping={mapping} />
      {start.error ? <Alert tone="danger">{errorText(start.error)}</Alert> : null}
      <MappingStart
        mapping={mapping}
        missing={missing}
        bytes={inspection.bytes}
        headers={inspection.headers}
        canStart={canStart}
        pending={busy}
        onStart={() => start.mutate()}
      />
    </div>
  )
}
