'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { checkImport } from '@/lib/data/actions'
import type { Inspection, InspectionResult } from '@/lib/data/schema'
import { unwrap } from '@/lib/shared/action-result'
import { BasketsNote } from './baskets-note'
import { ColumnProfiles } from './column-profiles'
import { FileFacts } from './file-facts'
import { GatheredTables } from './gathered-tables'
import { MappingPreview } from './mapping-preview'
import { MappingStart } from './mapping-start'
import { NumberRows } from './number-rows'
import { TableChoice } from './table-choice'
import { TableSection } from './table-section'
import { useMapping } from './use-mapping'

type MappingFormProps = { inspection: Inspection; file: InspectionResult }

/** How an uploaded file is read, for its user to check and correct before the import is checked. */
export function MappingForm({ inspection, file }: MappingFormProps) {
  const t = useTranslations('data.mapping')
  const router = useRouter()
  const errorText = useErrorText()
  const state = useMapping(file, inspection.personal)
  const { mapping, questions, personal } = state
  const { uploadId } = inspection
  const check = useMutation({
    mutationFn: async () => unwrap(await checkImport({ uploadId, mapping, personal })),
    onSuccess: ({ importId }) => router.push(`/data/imports/${importId}`),
  })
  const busy = check.isPending || check.isSuccess
  const [own, ...gathered] = mapping.tables
  const [guessed] = file.guess.tables
  const isTold = guessed && (Object.keys(guessed.columns).length > 0 || file.evidence.lack?.kind === 'people')
  const recognised = isTold ? guessed.table : null
  return (
    <div className="flex flex-col gap-6">
      <FileFacts inspection={inspection} file={file} />
      {file.records === 0 ? <Alert tone="warning">{t('previewEmpty')}</Alert> : null}
      <BasketsNote evidence={file.evidence} />
      <ColumnProfiles file={file} />
      <TableChoice
        value={state.draft.own}
        recognised={recognised}
        onChange={state.chooseTable}
        disabled={busy}
      />
      {own?.table === 'customers' ? (
        <NumberRows inspection={inspection} file={file} state={state} mapping={own} disabled={busy} />
      ) : null}
      {own ? (
        <TableSection key={own.table} own file={file} state={state} mapping={own} disabled={busy} />
      ) : null}
      <GatheredTables state={state} disabled={busy} />
      {gathered.map((table) => (
        <TableSection
          key={table.table}
          own={false}
          file={file}
          state={state}
          mapping={table}
          disabled={busy}
        />
      ))}
      <MappingPreview file={file} mapping={mapping} />
      {check.error ? <Alert tone="danger">{errorText(check.error)}</Alert> : null}
      <MappingStart
        mapping={mapping}
        questions={questions}
        file={file}
        pending={busy}
        onStart={() => check.mutate()}
      />
    </div>
  )
}
