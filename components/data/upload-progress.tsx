'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Progress } from '@/components/ui/progress'
import type { UploadItem } from './use-uploads'

/** One file on its way: bytes while it is sent, then the way to its columns or what went wrong. */
export function UploadProgress({ item, onStop }: { item: UploadItem; onStop: () => void }) {
  const t = useTranslations('data.uploadPage')
  const formats = useFormats()
  const errorText = useErrorText()
  const { name, size, sent, state, uploadId, error } = item
  const total = formats.bytes(size)
  const arrived = sent >= size
  const texts = {
    waiting: t('waiting', { total }),
    sending: arrived ? t('checking', { total }) : t('bytes', { sent: formats.bytes(sent), total }),
    done: t('arrived', { total }),
    failed: t('failed', { name }),
    stopped: t('stopped', { name }),
  }
  return (
    <li className="flex flex-col gap-2 px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex min-w-0 items-center gap-2 font-semibold">
          <FileUp aria-hidden className="size-5 shrink-0 text-accent" />
          <span className="min-w-0 break-words">{name}</span>
        </p>
        {state === 'waiting' || state === 'sending' ? (
          <Button size="sm" onClick={onStop}>
            {t('cancel')}
            <span className="sr-only">: {name}</span>
          </Button>
        ) : null}
        {uploadId ? (
          <ButtonLink size="sm" href={`/data/upload/${uploadId}`}>
            {t('toColumns')}
            <span className="sr-only">: {name}</span>
          </ButtonLink>
        ) : null}
      </div>
      {state === 'sending' ? (
        <Progress
          label={t('progress', { name })}
          value={arrived ? null : sent}
          max={size}
          valueText={texts.sending}
        />
      ) : null}
      <p className={`text-sm tabular-nums ${state === 'failed' ? 'text-danger' : 'text-muted'}`}>
        {texts[state]}
        {state === 'failed' ? ` ${errorText(error)}` : null}
      </p>
      <p role="status" className="sr-only">
        {state === 'sending' ? t('progress', { name }) : state === 'waiting' ? '' : texts[state]}
      </p>
    </li>
  )
}
