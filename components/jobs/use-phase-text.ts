'use client'

import { useTranslations } from 'next-intl'
import type { JobView } from '@/lib/jobs/schema'

/** What a job is doing now, in words. */
export function usePhaseText(): (job: JobView | undefined) => string {
  const t = useTranslations('jobs')
  return (job) => {
    if (!job) return t('states.queued')
    const key = `phases.${job.phase}`
    if (job.state === 'running' && job.phase && t.has(key as Parameters<typeof t.has>[0])) {
      return t(key as Parameters<typeof t>[0])
    }
    return t(`states.${job.state}`)
  }
}
