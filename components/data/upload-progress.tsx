'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'

type UploadProgressProps = {
  name: string
  /** bytes that left the browser, and of how many */
  sent: number
  total: number
  onCancel: (() => void) | null
}

/** The bytes of a file on their way; as tall as the drop zone whose place it takes. */
export function UploadProgress({ name, sent, total, onCancel }: UploadProgressProps) {
  const t = useTranslations('data.uploadPage')
  const formats = useFormats()
  const complete = sent >= total
  const bytes = t('bytes', { sent: formats.bytes(sent), total: formats.bytes(total) })
  return (
    <section
      aria-label={t('progress', { name })}
      aria-busy
      className="flex min-h-56 flex-col justify-center gap-3 rounded-xl border border-border bg-surface p-6"
    >
      <p className="flex items-center gap-2 font-semibold">
        <FileUp aria-hidden className="size-5 shrink-0 text-accent" />
        <span className="min-w-0 break-words">{name}</span>
      </p>
      <Progress
        label={t('progress', { name })}
        value={complete ? null : sent}
        max={total}
        valueText={bytes}
      />
      <p className="min-h-5 text-sm text-muted tabular-nums">
        {complete ? t('checking', { total: formats.bytes(total) }) : bytes}
      </p>
      <p role="status" className="sr-only">
        {complete ? t('checking', { total: formats.bytes(total) }) : t('progress', { name })}
      </p>
      <div>
        <Button size="sm" disabled={!onCancel} onClick={onCancel ?? undefined}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  )
}
