'use client'

import { useTranslations } from 'next-intl'
import { CoveredDayField, useCoveredDay } from '@/components/app/covered-day-field'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { JobProgress } from '@/components/jobs/job-progress'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { Skeleton } from '@/components/ui/skeleton'
import type { Rule } from '@/lib/rules/rule'
import { useSnapshot } from '../form/use-snapshot'
import { RuleEditor } from './rule-editor'
import { useRuleSegments } from './use-rule-segments'

export type RuleBuilderProps = {
  initial: Rule
  defaultName: string
  asOf: string
  /** first and last day with orders, YYYY-MM-DD */
  firstDate: string
  lastDate: string
}

/** A segment by a rule: the day, then the rule on everything that is known of customers as of that day. */
export function RuleBuilder({ initial, defaultName, asOf: startDay, firstDate, lastDate }: RuleBuilderProps) {
  const t = useTranslations('rules.builder')
  const formats = useFormats()
  const errorText = useErrorText()
  const day = useCoveredDay(firstDate, lastDate, startDay)
  const { value: asOf, isCovered } = day
  const snapshot = useSnapshot(isCovered ? asOf : null)
  const segments = useRuleSegments()
  const { known, running } = snapshot
  return (
    <HydratedFields>
      <div className="flex flex-col gap-6">
        <CoveredDayField
          day={day}
          label={t('asOf')}
          hint={t('asOfHint', day.range)}
          error={isCovered ? undefined : t('asOfError', day.range)}
          className="max-w-96"
        />
        {running ? (
          <JobProgress
            key={running.jobId}
            jobId={running.jobId}
            title={t('progress', { date: formats.date(running.asOf) })}
            onDone={snapshot.refresh}
            canCancel={false}
          />
        ) : null}
        {snapshot.failed ? (
          <Alert
            tone="danger"
            title={t('failedTitle')}
            actions={
              <Button size="sm" onClick={snapshot.refresh}>
                {t('again')}
              </Button>
            }
          >
            {t('failed')}
          </Alert>
        ) : null}
        {segments.error ? <Alert tone="danger">{errorText(segments.error)}</Alert> : null}
        {known?.summary && !segments.isPending ? (
          <RuleEditor
            initial={initial}
            defaultName={defaultName}
            asOf={asOf}
            snapshotId={known.asOf === asOf ? known.id : null}
            summary={known.summary}
            segments={segments}
          />
        ) : snapshot.failed ? null : (
          <Skeleton className="h-96" />
        )}
      </div>
    </HydratedFields>
  )
}
