'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { JobProgress } from '@/components/jobs/job-progress'
import type { ImportSummary } from '@/lib/data/schema'

type RunningImportsProps = {
  imports: Pick<ImportSummary, 'id' | 'jobId' | 'table' | 'fileName'>[]
  canCancel: boolean
}

/** The imports under way, each with its progress; the page is read again when all have ended. */
export function RunningImports({ imports, canCancel }: RunningImportsProps) {
  const t = useTranslations('overview.running')
  const tables = useTranslations('data.tables')
  const router = useRouter()
  const ended = useRef(new Set<string>())
  const end = (jobId: string) => {
    ended.current.add(jobId)
    if (imports.every((item) => ended.current.has(item.jobId))) router.refresh()
  }
  return (
    <section aria-labelledby="running-imports" className="flex flex-col gap-3">
      <div>
        <h2 id="running-imports" className="text-base font-semibold">
          {t('title')}
        </h2>
        <p className="text-sm text-muted">{t('description')}</p>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        {imports.map((item) => (
          <JobProgress
            key={item.jobId}
            jobId={item.jobId}
            title={t('row', { table: tables(`${item.table}.name`), file: item.fileName })}
            canCancel={canCancel}
            onDone={() => end(item.jobId)}
          />
        ))}
      </div>
    </section>
  )
}
