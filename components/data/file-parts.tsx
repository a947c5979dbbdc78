'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import type { Inspection, JobState } from '@/lib/data/schema'

const tones = {
  queued: 'neutral',
  running: 'info',
  completed: 'success',
  failed: 'danger',
  cancelled: 'neutral',
} as const satisfies Record<JobState, string>

/** The tables that an archive or workbook holds, each to be checked and imported by itself. */
export function FileParts({ parts }: { parts: Inspection['parts'] }) {
  const t = useTranslations('data.parts')
  const formats = useFormats()
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title', { count: parts.length })}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <ul className="divide-y divide-border rounded-xl border border-border">
          {parts.map(({ uploadId, fileName, bytes, state, imported }) => (
            <li key={uploadId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 grow basis-48">
                <p className="font-medium break-words">{fileName}</p>
                <p className="text-sm text-muted tabular-nums">{formats.bytes(bytes)}</p>
              </div>
              <span aria-live="polite">
                {imported ? (
                  <Badge tone="success">{t('imported')}</Badge>
                ) : (
                  <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
                )}
              </span>
              <ButtonLink size="sm" href={`/data/upload/${uploadId}`}>
                {t(state === 'completed' ? 'open' : 'see')}
                <span className="sr-only">: {fileName}</span>
              </ButtonLink>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}
