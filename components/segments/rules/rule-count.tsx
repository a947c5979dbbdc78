'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { Progress } from '@/components/ui/progress'
import type { Rule } from '@/lib/rules/rule'
import { ruleCountQuery } from '@/lib/segments/rule-client'
import { shareOf } from '../share'
import { useSettled } from './use-settled'

/** milliseconds a rule must stand still before it is counted */
const pause = 200

/** The figures of a rule as it stands; they follow while it is edited. */
export function useRuleCount(snapshotId: string | null, rule: Rule) {
  const settled = useSettled(rule, pause)
  return useQuery({ ...ruleCountQuery(snapshotId ?? '', settled), enabled: snapshotId !== null })
}

type RuleCountProps = { count: ReturnType<typeof useRuleCount>; unfinished: number; sentence: string }

/** Who meets the rule: how many, what share of all, and what they are worth. */
export function RuleCount({ count, unfinished, sentence }: RuleCountProps) {
  const t = useTranslations('rules.count')
  const formats = useFormats()
  const errorText = useErrorText()
  const { data, error, isPlaceholderData } = count
  const percent = (share: number | null) => (share === null ? '–' : formats.percent(share, 1))
  const size = data ? shareOf(data.customers, data.all.customers) : null
  const value = data ? shareOf(data.revenue, data.all.revenue) : null
  return (
    <Card aria-label={t('title')}>
      <CardBody className="flex flex-col gap-4">
        <div role="status" className={cn('flex flex-col gap-1', isPlaceholderData && 'opacity-60')}>
          <p className="text-3xl font-semibold tracking-tight tabular-nums">
            {data ? t('customers', { customers: data.customers }) : '–'}
          </p>
          <p className="text-sm text-muted">
            {data
              ? t('share', { share: percent(size), all: formats.integer(data.all.customers) })
              : t('counting')}
          </p>
        </div>
        <Progress label={t('shareLabel')} value={size ?? 0} max={1} valueText={percent(size)} />
        <dl className={cn('grid grid-cols-2 gap-x-4 gap-y-3 text-sm', isPlaceholderData && 'opacity-60')}>
          <div>
            <dt className="text-muted">{t('revenue')}</dt>
            <dd className="font-semibold tabular-nums">{data ? formats.money(data.revenue) : '–'}</dd>
          </div>
          <div>
            <dt className="text-muted">{t('revenueShare')}</dt>
            <dd className="font-semibold tabular-nums">{percent(value)}</dd>
          </div>
          <div className="col-span-2">
            <dt className="text-muted">{t('perCustomer')}</dt>
            <dd className="font-semibold tabular-nums">
              {data && data.customers > 0 ? formats.money(data.revenue / data.customers) : '–'}
            </dd>
          </div>
        </dl>
        <p className="border-t border-border pt-3 text-sm break-words">{sentence}</p>
        {unfinished > 0 ? <p className="text-sm text-warning">{t('unfinished', { unfinished })}</p> : null}
        {error ? <Alert tone="danger">{errorText(error)}</Alert> : null}
      </CardBody>
    </Card>
  )
}
