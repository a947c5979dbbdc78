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
import { Textarea } from '@/components/ui/textarea'
import { savePersona } from '@/lib/segments/actions'
import type { SegmentInsights } from '@/lib/segments/insights-schema'
import type { SegmentView } from '@/lib/segments/schema'
import { unwrap } from '@/lib/shared/action-result'
import { usePersonaWords } from './use-persona-words'

export type EditPersonaDialogProps = { segment: SegmentView; title: string; insights: SegmentInsights }

const longestSummary = 600
const mostActions = 5
const longestAction = 300

const readActions = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Puts the user's own words in the place of the computed ones; what is left unchanged stays computed. */
export function EditPersonaDialog({ segment, title, insights }: EditPersonaDialogProps) {
  const t = useTranslations('insights.persona')
  const router = useRouter()
  const errorText = useErrorText()
  const formId = useId()
  const { suggest, tell } = usePersonaWords()
  const [open, setOpen] = useState(false)
  const [summary, setSummary] = useState('')
  const [actions, setActions] = useState('')
  const save = useMutation({
    mutationFn: async () => {
      const suggested = suggest(insights)
      const lines = readActions(actions)
      const persona = {
        summary: summary.trim() === suggested.summary ? '' : summary.trim(),
        actions: lines.join('\n') === suggested.actions.join('\n') ? [] : lines,
      }
      unwrap(await savePersona({ segmentId: segment.id, persona }))
    },
    onSuccess: () => {
      setOpen(false)
      router.refresh()
      toast.success(t('saved'))
    },
  })
  const lines = readActions(actions)
  const tooMany = lines.length > mostActions || lines.some((line) => line.length > longestAction)
  function changeOpen(next: boolean) {
    if (next) {
      const words = tell(segment, insights)
      setSummary(words.summary)
      setActions(words.actions.join('\n'))
      save.reset()
    }
    setOpen(next)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!tooMany) save.mutate()
  }
  return (
    <Dialog open={open} onOpenChange={changeOpen}>
      <DialogTrigger asChild>
        <Button size="sm" data-print="hide">
          <Pencil aria-hidden />
          {t('edit')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('editTitle', { name: title })}
        description={t('editHint')}
        footer={
          <>
            <DialogClose asChild>
              <Button>{t('cancel')}</Button>
            </DialogClose>
            <Button type="submit" form={formId} variant="primary" loading={save.isPending}>
              {t('save')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          <Field label={t('summary')}>
            <Textarea
              rows={6}
              maxLength={longestSummary}
              value={summary}
              onChange={(event) => setSummary(event.target.value)}
            />
          </Field>
          <Field
            label={t('actionsField')}
            error={tooMany ? t('actionsError', { most: mostActions, longest: longestAction }) : null}
          >
            <Textarea rows={6} value={actions} onChange={(event) => setActions(event.target.value)} />
          </Field>
          {save.error ? <Alert tone="danger">{errorText(save.error)}</Alert> : null}
        </form>
      </DialogContent>
    </Dialog>
  )
}
