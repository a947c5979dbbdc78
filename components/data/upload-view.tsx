'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { JobProgress } from '@/components/jobs/job-progress'
import { Alert } from '@/components/ui/alert'
import { inspectionQuery } from '@/lib/data/client'
import type { Inspection } from '@/lib/data/schema'
import { FileParts } from './file-parts'
import { FileRefused } from './file-refused'
import { MappingForm } from './mapping-form'
import { ReadAgainButton } from './read-again-button'
import { SkippedFiles } from './skipped-files'

/** An uploaded file: looked into, refused, a bundle of tables, or its columns to be checked. */
export function UploadView({ initial }: { initial: Inspection }) {
  const t = useTranslations('data.mapping')
  const errorText = useErrorText()
  const queryClient = useQueryClient()
  const query = inspectionQuery(initial.uploadId)
  const { data: inspection, error } = useQuery({ ...query, initialData: initial })
  const { uploadId, fileName, jobId, state, options, result, parts, skipped } = inspection
  const reload = () => queryClient.invalidateQueries({ queryKey: query.queryKey })
  const again = (label: string) => <ReadAgainButton uploadId={uploadId} options={{}} label={label} />
  if (error) return <Alert tone="danger">{errorText(error)}</Alert>
  if (state === 'queued' || state === 'running') {
    return (
      <div className="flex flex-col gap-3">
        <JobProgress
          key={jobId}
          jobId={jobId}
          title={t('inspecting', { name: fileName })}
          canCancel
          onDone={reload}
        />
        <p className="text-sm text-muted">{t('inspectingHint')}</p>
      </div>
    )
  }
  if (state === 'cancelled') {
    return (
      <Alert title={t('stopped')} actions={again(t('readAgain'))}>
        {t('stoppedDescription')}
      </Alert>
    )
  }
  if (state === 'failed') {
    const chosen = Object.keys(options).length > 0
    return (
      <div className="flex flex-col gap-6">
        <FileRefused error={inspection.error} actions={chosen ? again(t('readAsRecognised')) : null} />
        <SkippedFiles skipped={skipped} />
      </div>
    )
  }
  if (parts.length === 0 && !result) return <FileRefused error={null} actions={again(t('readAgain'))} />
  return (
    <div className="flex flex-col gap-6">
      <SkippedFiles skipped={skipped} />
      {result ? (
        <MappingForm key={jobId} inspection={inspection} file={result} />
      ) : (
        <FileParts parts={parts} />
      )}
    </div>
  )
}
