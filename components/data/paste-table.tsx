'use client'

import { ClipboardPaste } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

/** A table copied from a spreadsheet or a page, taken as a file. */
export function PasteTable({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('data.uploadPage')
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>
          <ClipboardPaste aria-hidden />
          {t('paste')}
        </Button>
      </div>
    )
  }
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').length
  return (
    <form
      className="flex flex-col gap-3 rounded-xl border border-border bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (lines > 0) onFile(new File([text], t('pasteName'), { type: 'text/plain' }))
      }}
    >
      <Field label={t('pasteLabel')} hint={t('pasteHint')}>
        <Textarea
          autoFocus
          rows={8}
          wrap="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="font-mono text-sm"
        />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={lines === 0}>
          {t('pasteUse')}
        </Button>
        <Button variant="ghost" onClick={() => setOpen(false)}>
          {t('pasteClose')}
        </Button>
        <p className="text-sm text-muted tabular-nums" aria-live="polite">
          {lines > 0 ? t('pasteLines', { lines }) : ''}
        </p>
      </div>
    </form>
  )
}
