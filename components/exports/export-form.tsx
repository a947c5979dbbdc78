'use client'

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogClose } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { findWarnings } from '@/lib/privacy/export-schema'
import { prepareExport } from '@/lib/segments/actions'
import { exportCountsQuery } from '@/lib/segments/client'
import {
  choosableColumns,
  type ExportColumn,
  type ExportFormat,
  type ExportRequest,
  exportFormats,
  hashedFormats,
  isPossible,
} from '@/lib/segments/export-schema'
import { unwrap } from '@/lib/shared/action-result'
import { AnonymityNote } from './anonymity-note'
import { ConsentField } from './consent-field'
import { formatChoices } from './export-column'
import { ExportColumns } from './export-columns'
import { ExportTotal } from './export-total'
import { ExportWarnings } from './export-warnings'
import { chosenPurpose, firstChoice, type PeopleChoice } from './people-choice'
import { PurposeFields } from './purpose-fields'
import { startDownload } from './start-download'

const usualColumns: ExportColumn[] = ['customer_id', 'email', 'first_name', 'last_name', 'segment']

export type ExportFormProps = { segmentId: string; segmentName: string; onDone: () => void }

/** What the file is for, who is in it and which columns it has; then the download starts. */
export function ExportForm({ segmentId, segmentName, onDone }: ExportFormProps) {
  const t = useTranslations('exports')
  const errorText = useErrorText()
  const [format, setFormat] = useState<ExportFormat>('spreadsheet')
  const [chosen, setChosen] = useState<ReadonlySet<ExportColumn>>(new Set(usualColumns))
  const [choice, setChoice] = useState<PeopleChoice>(firstChoice)
  const change = (part: Partial<PeopleChoice>) => setChoice((before) => ({ ...before, ...part }))
  const isHashed = hashedFormats.includes(format)
  const pseudonymised = choice.pseudonymised && !isHashed
  const choosable = choosableColumns({ format, pseudonymised })
  const columns = choosable.filter((column) => chosen.has(column))
  const options = { format, columns, onlyConsented: choice.onlyConsented, pseudonymised }
  const possible = columns.length > 0 && isPossible(options)
  const query = useQuery({
    ...exportCountsQuery(segmentId, options),
    enabled: possible,
    placeholderData: keepPreviousData,
  })
  const counts = query.data
  const purpose = chosenPurpose(choice)
  const warnings =
    counts && choice.kind
      ? findWarnings({
          ...{ counts, onlyConsented: choice.onlyConsented, purpose: { kind: choice.kind } },
          forPlatform: format !== 'spreadsheet',
          forAdvertising: isHashed,
        })
      : []
  const confirmed = warnings.every((warning) => choice.confirmed.includes(warning))
  const prepare = useMutation({
    mutationFn: async (request: ExportRequest) => unwrap(await prepareExport(request)),
    onSuccess: ({ url }) => {
      startDownload(url)
      toast.success(t('dialog.started', { name: segmentName }))
      onDone()
    },
  })
  const isReady = possible && purpose !== null && confirmed && !!counts?.exported && !query.isPlaceholderData
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isReady || !purpose) return
    prepare.mutate({ segmentId, segmentName, ...options, purpose, confirmed: [...choice.confirmed] })
  }
  const error = prepare.error ?? query.error
  return (
    <form onSubmit={submit} className="flex flex-col gap-6 pt-2">
      <PurposeFields choice={choice} onChange={change} />
      <RadioGroup
        label={t('dialog.format')}
        look="cards"
        value={format}
        onValueChange={(value) => setFormat(exportFormats.find((one) => one === value) ?? 'spreadsheet')}
        options={formatChoices(t)}
      />
      {isHashed ? null : (
        <Checkbox
          label={t('dialog.pseudonymise')}
          description={t('dialog.pseudonymiseHint')}
          checked={choice.pseudonymised}
          onChange={({ target }) => change({ pseudonymised: target.checked })}
        />
      )}
      <ExportColumns
        choosable={choosable}
        chosen={chosen}
        pseudonymised={pseudonymised}
        needsContact={isHashed}
        onChange={setChosen}
      />
      <ConsentField choice={choice} onChange={change} counts={counts} />
      {counts ? <AnonymityNote counts={counts} /> : null}
      {counts ? (
        <ExportWarnings
          warnings={warnings}
          counts={counts}
          confirmed={confirmed}
          onConfirm={(yes) => change({ confirmed: yes ? warnings : [] })}
        />
      ) : null}
      {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <ExportTotal counts={possible ? counts : undefined} pending={query.isFetching} />
        <DialogClose asChild>
          <Button>{t('dialog.cancel')}</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={!isReady} loading={prepare.isPending}>
          {t('dialog.download')}
        </Button>
      </div>
    </form>
  )
}
