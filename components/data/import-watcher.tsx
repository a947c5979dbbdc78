'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { JobProgress } from '@/components/jobs/job-progress'
import { importResultId } from './import-result-id'

type ImportWatcherProps = {
  jobId: string
  title: string
  running: boolean
  canCancel: boolean
  /** The result, once the job has ended. */
  children: ReactNode
}

/** The progress of an import while it runs; then its result, whose heading takes the focus of those who waited. */
export function ImportWatcher({ jobId, title, running, canCancel, children }: ImportWatcherProps) {
  const t = useTranslations('data.import')
  const router = useRouter()
  const waited = useRef(running)
  useEffect(() => {
    if (waited.current && !running) document.getElementById(importResultId)?.focus()
    waited.current = running
  }, [running])
  if (!running) return children
  return (
    <div className="flex flex-col gap-3">
      <JobProgress jobId={jobId} title={title} canCancel={canCancel} onDone={() => router.refresh()} />
      <p className="text-sm text-muted">{t('runningHint')}</p>
    </div>
  )
}
