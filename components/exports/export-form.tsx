'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogClose } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { Skeleton } from '@/components/ui/skeleton'
import { prepareExport } from '@/lib/segments/actions'
import { exportCountsQuery } from '@/lib/segments/client'
import { type ExportRequest, exportColumns, exportFormats } from '@/lib/segments/schema'
import { unwrap } from '@/lib/shared/action-result'
import type { ExportColumn } from './export-column'
import { ExportColumns } from './export-columns'
import { startDownload } from './start-download'

const usualColumns: ExportColumn[] = ['customer_id', 'email', 'first_name', 'last_name', 'segment']

export type ExportFormProps = { segmentId: string; segmentName: string; onDone: () => void }

/** What the file is for, who is in it and which columns it has; then the download starts. */
export function ExportForm({ segmentId, segmentName, onDone }: ExportFormProps) {
  const t = useTranslations('exports')
  const formats = useFormats()
  const errorText = useErrorText()
  const [format, setFormat] = useState<ExportRequest['format']>('spreadsheet')
  const [chosen, setChosen] = useState<ReadonlySet<ExportColumn>>(new Set(usualColumns))
  const [wantsConsent, setWantsConsent] = useState(true)
  const counts = useQuery(exportCountsQuery(segmentId))
  const consented = counts.data?.consented ?? null
  const onlyConsented = consented !== null && wantsConsent
  const people = onlyConsented ? consented : counts.data?.people
  const prepare = useMutation({
    mutationFn: async (request: ExportRequest) => unwrap(await prepareExport(request)),
    onSuccess: ({ url }) => {
      startDownload(url)
      toast.success(t('dialog.started', { name: segmentName }))
      onDone()
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (chosen.size === 0 || !people) return
    const columns = exportColumns.filter((column) => chosen.has(column))
    prepare.mutate({ segmentId, segmentName, onlyConsented, format, columns })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-6 pt-2">
      <RadioGroup
        label={t('dialog.format')}
        look="cards"
        value={format}
        onValueChange={(value) => setFormat(value as ExportRequest['format'])}
        options={exportFormats.map((value) => ({
          value,
          label: t(`formats.${value}.name`),
          description: t(`formats.${value}.description`),
        }))}
      />
      <ExportColumns chosen={chosen} onChange={setChosen} />
      <div className="min-h-11">
        {counts.isPending ? (
          <Skeleton className="h-11" />
        ) : consented === null ? (
          <p className="text-sm text-muted">{counts.data ? t('dialog.consentUnknown') : null}</p>
        ) : (
          <Checkbox
            label={t('dialog.consentOnly')}
            description={t('dialog.consentCount', {
              consented: formats.integer(consented),
              people: formats.integer(counts.data?.people ?? 0),
            })}
            checked={wantsConsent}
            onChange={(event) => setWantsConsent(event.target.checked)}
          />
        )}
      </div>
      {prepare.error || counts.error ? (
        <Alert tone="danger">{errorText(prepare.error ?? counts.error)}</Alert>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p aria-live="polite" className="mr-auto min-w-0 text-sm font-medium tabular-nums">
          {people === undefined
            ? counts.isPending && t('dialog.counting')
            : t('dialog.people', { count: people })}
          {format === 'platform' ? (
            <span className="block font-normal text-muted">{t('dialog.platformNote')}</span>
          ) : null}
        </p>
        <DialogClose asChild>
          <Button>{t('dialog.cancel')}</Button>
        </DialogClose>
        <Button
          type="submit"
          variant="primary"
          disabled={chosen.size === 0 || !people}
          loading={prepare.isPending}
        >
          {t('dialog.download')}
        </Button>
      </div>
    </form>
  )
}
