'use client'

import { useMutation } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { renameSegment } from '@/lib/segments/actions'
import type { SegmentView } from '@/lib/segments/schema'
import { unwrap } from '@/lib/shared/action-result'
import { segmentTitle, suggestedTitle } from './segment-title'

const longest = 60

/** Gives a segment a name of the user's own, or the suggested one back. */
export function RenameSegmentDialog({
  segment,
}: {
  segment: Pick<SegmentView, 'id' | 'name' | 'suggestion'>
}) {
  const t = useTranslations('segments')
  const ui = useTranslations('ui')
  const words = useTranslations('segment-names')
  const router = useRouter()
  const errorText = useErrorText()
  const formId = useId()
  const title = segmentTitle(words, segment)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const rename = useMutation({
    mutationFn: async () => unwrap(await renameSegment({ segmentId: segment.id, name })),
    onSuccess: () => {
      setOpen(false)
      router.refresh()
      toast.success(t('rename.saved', { name: name.trim() || suggestedTitle(words, segment) }))
    },
  })
  function changeOpen(next: boolean) {
    if (next) {
      setName(segment.name ?? '')
      rename.reset()
    }
    setOpen(next)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    rename.mutate()
  }
  return (
    <Dialog open={open} onOpenChange={changeOpen}>
      <DialogTrigger asChild>
        <Button size="sm" variant="ghost" aria-label={t('card.renameNamed', { name: title })}>
          <Pencil aria-hidden />
          {t('card.rename')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('rename.title')}
        description={t('rename.description')}
        size="sm"
        footer={
          <>
            <DialogClose asChild>
              <Button>{ui('cancel')}</Button>
            </DialogClose>
            <Button type="submit" form={formId} variant="primary" loading={rename.isPending}>
              {t('rename.save')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          <Field
            label={t('rename.label')}
            hint={t('rename.hint', { suggestion: suggestedTitle(words, segment) })}
          >
            <Input
              value={name}
              maxLength={longest}
              placeholder={suggestedTitle(words, segment)}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          {rename.error ? <Alert tone="danger">{errorText(rename.error)}</Alert> : null}
        </form>
      </DialogContent>
    </Dialog>
  )
}
