'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { JobProgress } from '@/components/jobs/job-progress'

export type RecommenderProgressProps = { jobId: string; name: string; canCancel: boolean }

/** The training under way; the page shows its outcome as soon as there is one. */
export function RecommenderProgress({ jobId, name, canCancel }: RecommenderProgressProps) {
  const t = useTranslations('recommendations.detail')
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
