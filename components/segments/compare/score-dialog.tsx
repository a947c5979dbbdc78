'use client'

import { useMutation } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { CoveredDayField, useCoveredDay } from '@/components/app/covered-day-field'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { createSegmentation } from '@/lib/segments/actions'
import type { KmeansView } from '@/lib/segments/schema'
import { unwrap } from '@/lib/shared/action-result'

export type ScoreDialogProps = {
  /** finished, with a model */
  segmentation: Pick<KmeansView, 'id' | 'name' | 'asOf'>
  /** first and last day with orders, YYYY-MM-DD */
  firstDate: string
  lastDate: string
}

const longest = 80

/** Puts the customers of another day, or of data that came in since, into the segments of a finished run. */
export function ScoreDialog({ segmentation, firstDate, lastDate }: ScoreDialogProps) {
  const t = useTranslations('compare.score')
  const router = useRouter()
  const formats = useFormats()
  const errorText = useErrorText()
  const formId = useId()
  const day = useCoveredDay(firstDate, lastDate)
  const { value: asOf, isCovered } = day
  const [ownName, setName] = useState<string | null>(null)
  const suggested = isCovered ? t('defaultName', { name: segmentation.name, date: formats.date(asOf) }) : ''
  const name = ownName ?? suggested.slice(0, longest)
  const score = useMutation({
    mutationFn: async () =>
      unwrap(await createSegmentation({ kind: 'scored', name, asOf, baseId: segmentation.id })),
    onSuccess: ({ segmentationId }) => router.push(`/segments/${segmentationId}`),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    score.mutate()
  }
  return (
    <Dialog onOpenChange={(open) => open && score.reset()}>
      <DialogTrigger asChild>
        <Button>
          <CalendarClock aria-hidden />
          {t('open')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('title')}
        description={t('description', { date: formats.date(segmentation.asOf) })}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              loading={score.isPending || score.isSuccess}
              disabled={!isCovered || !name.trim()}
            >
              {t('create')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          <CoveredDayField
            day={day}
            label={t('asOf')}
            hint={t('asOfHint', day.range)}
            error={isCovered ? null : t('asOfError', day.range)}
          />
          <Field label={t('name')} required>
            <Input value={name} maxLength={longest} onChange={(event) => setName(event.target.value)} />
          </Field>
          {score.error ? <Alert tone="danger">{errorText(score.error)}</Alert> : null}
        </form>
      </DialogContent>
    </Dialog>
  )
}
