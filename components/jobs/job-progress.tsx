'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { Progress } from '@/components/ui/progress'
import { cancelJob } from '@/lib/jobs/actions'
import { jobQuery } from '@/lib/jobs/client'
import { hasEnded, type JobView } from '@/lib/jobs/schema'
import { unwrap } from '@/lib/shared/action-result'
import { usePhaseText } from './use-phase-text'

export type JobProgressProps = {
  jobId: string
  title: string
  /** Called once, when the job has completed, failed or been cancelled. */
  onDone?: (job: JobView) => void
  /** Viewers may watch, not stop. */
  canCancel?: boolean
}

/** A running job: what it is doing, real counts, and a way to stop it. */
export function JobProgress({ jobId, title, onDone, canCancel = true }: JobProgressProps) {
  const t = useTranslations('jobs')
  const formats = useFormats()
  const errorText = useErrorText()
  const phaseText = usePhaseText()
  const { data: job, error, refetch } = useQuery(jobQuery(jobId))
  const cancel = useMutation({ mutationFn: async () => unwrap(await cancelJob({ jobId })) })
  const told = useRef(false)
  useEffect(() => {
    if (!job || !hasEnded(job) || told.current) return
    told.current = true
    onDone?.(job)
  }, [job, onDone])

  const phase = phaseText(job)
  const counts = job ? countText(job) : ''
  function countText({ phase, done, total, rows }: JobView): string {
    const text = (value: number) =>
      phase && inBytes.includes(phase) ? formats.bytes(value) : formats.integer(value)
    const sofar = total ? t('counts', { done: text(done), total: text(total) }) : ''
    return rows === null || rows === done ? sofar : [t('rows', { rows }), sofar].filter(Boolean).join(' · ')
  }
  return (
    <Card aria-busy={!job || !hasEnded(job)}>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {canCancel && job && !hasEnded(job) ? (
          <Button size="sm" loading={cancel.isPending || cancel.isSuccess} onClick={() => cancel.mutate()}>
            {t('cancel')}
          </Button>
        ) : null}
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <Progress
          label={title}
          value={knownProgress(job)}
          max={job?.total || 1}
          valueText={`${phase} ${counts}`.trim()}
        />
        <div className="flex min-h-5 flex-wrap justify-between gap-x-4 text-sm text-muted">
          <p aria-live="polite">{phase}</p>
          <p className="tabular-nums">{counts}</p>
        </div>
        {error || cancel.error ? (
          <Alert
            tone="danger"
            actions={
              error ? (
                <Button size="sm" onClick={() => refetch()}>
                  {t('again')}
                </Button>
              ) : null
            }
          >
            {errorText(error ?? cancel.error)}
          </Alert>
        ) : null}
      </CardBody>
    </Card>
  )
}

const inBytes = ['unpacking', 'decoding', 'reading']

/** How far a job is; null while it runs without a known end. One that waits its turn has done nothing yet. */
function knownProgress(job: JobView | undefined): number | null {
  if (job?.total) return job.done
  if (!job || job.state === 'queued') return 0
  return hasEnded(job) ? 1 : null
}
