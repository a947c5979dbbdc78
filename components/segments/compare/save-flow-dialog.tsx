'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { saveFlow } from '@/lib/segments/compare-actions'
import type { FlowKey } from '@/lib/segments/compare-schema'
import { unwrap } from '@/lib/shared/action-result'

export type SaveFlowDialogProps = { a: string; b: string; flow: FlowKey; defaultName: string }

const longest = 80

/** Makes a segment of a flow's customers, to look at, to export and to combine like any other. */
export function SaveFlowDialog({ a, b, flow, defaultName }: SaveFlowDialogProps) {
  const t = useTranslations('compare.save')
  const router = useRouter()
  const errorText = useErrorText()
  const formId = useId()
  const [name, setName] = useState(defaultName.slice(0, longest))
  const save = useMutation({
    mutationFn: async () => unwrap(await saveFlow({ a, b, flow, name })),
    onSuccess: ({ segmentationId }) => router.push(`/segments/${segmentationId}`),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog onOpenChange={(open) => open && save.reset()}>
      <DialogTrigger asChild>
        <Button variant="primary">{t('open')}</Button>
      </DialogTrigger>
      <DialogContent
        title={t('open')}
        description={t('description')}
        size="sm"
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              loading={save.isPending || save.isSuccess}
              disabled={!name.trim()}
            >
              {t('save')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          <Field label={t('name')} required>
            <Input value={name} maxLength={longest} onChange={(event) => setName(event.target.value)} />
          </Field>
          {save.error ? <Alert tone="danger">{errorText(save.error)}</Alert> : null}
        </form>
      </DialogContent>
    </Dialog>
  )
}
