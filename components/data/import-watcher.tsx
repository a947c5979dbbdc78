'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { JobProgress } from '@/components/jobs/job-progress'
import type { ImportStage } from '@/lib/data/schema'
import { importResultId } from './import-result-id'

type ImportWatcherProps = {
  jobId: string
  title: string
  running: boolean
  stage: ImportStage
  canCancel: boolean
  /** The result, once the job has ended. */
  children: ReactNode
}

/** The progress of an import while it runs; then its result, whose heading takes the focus whenever it is a new one. */
export function ImportWatcher({ jobId, title, running, stage, canCancel, children }: ImportWatcherProps) {
  const t = useTranslations('data.import')
  const router = useRouter()
  const seen = useRef({ running, stage })
  useEffect(() => {
    const before = seen.current
    const changed = before.running || before.stage !== stage
    if (changed && !running) document.getElementById(importResultId)?.focus()
    seen.current = { running, stage }
  }, [running, stage])
  if (!running) return children
  return (
    <div className="flex flex-col gap-3">
      <JobProgress
        key={jobId}
        jobId={jobId}
        title={title}
        canCancel={canCancel}
        onDone={() => router.refresh()}
      />
      <p className="text-sm text-muted">{t('runningHint')}</p>
    </div>
  )
}
