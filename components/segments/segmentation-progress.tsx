'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { JobProgress } from '@/components/jobs/job-progress'

export type SegmentationProgressProps = { jobId: string; name: string; canCancel: boolean }

/** The run under way; the page shows its outcome as soon as there is one. */
export function SegmentationProgress({ jobId, name, canCancel }: SegmentationProgressProps) {
  const t = useTranslations('segments.detail')
  const router = useRouter()
  return (
    <JobProgress
      jobId={jobId}
      title={t('running', { name })}
      canCancel={canCancel}
      onDone={() => router.refresh()}
    />
  )
}
