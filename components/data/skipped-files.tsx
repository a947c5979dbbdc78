'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Alert } from '@/components/ui/alert'
import type { Inspection } from '@/lib/data/schema'

type SkippedFilesProps = { skipped: Inspection['skipped'] }
type Reason = Inspection['skipped'][number]['reason']

/** Reasons for which something may be left out that its user counts on. */
const noteworthy: readonly Reason[] = ['hiddenSheet', 'workbook', 'archive', 'noText']

/** The files of an archive or sheets of a workbook that are not read, and why. */
export function SkippedFiles({ skipped }: SkippedFilesProps) {
  const t = useTranslations('data.skipped')
  const formats = useFormats()
  if (skipped.length === 0) return null
  const count = skipped.reduce((sum, group) => sum + group.count, 0)
  const tone = skipped.some(({ reason }) => noteworthy.includes(reason)) ? 'warning' : 'info'
  return (
    <Alert tone={tone} title={t('title', { count })}>
      <ul className="mt-1 flex flex-col gap-2">
        {skipped.map(({ reason, names, count }) => (
          <li key={reason} className="break-words">
            <span className="font-medium">{formats.list(names)}</span>
            {count > names.length ? ` ${t('more', { count: count - names.length })}` : null}
            <span className="block text-muted">{t(`reasons.${reason}`, { count })}</span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
