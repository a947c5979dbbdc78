'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Disclosure } from '@/components/data/disclosure'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { Stat, StatGrid } from '@/components/ui/stat'
import { isShare } from '@/lib/rules/is-share'
import { printRule } from '@/lib/rules/print-rule'
import type { RuleView } from '@/lib/segments/schema'
import { shareOf } from '../share'
import { useRuleSegments } from './use-rule-segments'
import { useRuleText } from './use-rule-text'

export type RuleOverviewProps = { segmentation: RuleView; canEdit: boolean }

/** A saved rule: in words and as text, whom it holds, and where to go from here. */
export function RuleOverview({ segmentation, canEdit }: RuleOverviewProps) {
  const t = useTranslations('rules.overview')
  const formats = useFormats()
  const errorText = useErrorText()
  const segments = useRuleSegments()
  const wordRule = useRuleText(segments.name)
  const { id, settings, result, revenue } = segmentation
  const customers = segmentation.customers ?? 0
  const share = shareOf(customers, result.population)
  const [segment] = segmentation.segments
  return (
    <div className="flex flex-col gap-6">
      <StatGrid>
        <Stat
          label={t('customers')}
          value={formats.integer(customers)}
          hint={t('share', {
            share: share === null ? '–' : formats.percent(share, 1),
            all: formats.integer(result.population),
          })}
        />
        <Stat label={t('revenue')} value={formats.money(revenue)} />
        <Stat label={t('perCustomer')} value={customers > 0 ? formats.money(revenue / customers) : '–'} />
      </StatGrid>
      <Card>
        <CardHeader>
          <CardTitle>{t('title')}</CardTitle>
          <div data-print="hide" className="flex flex-wrap gap-2">
            {segment ? (
              <ButtonLink size="sm" href={`/segments/${id}/${segment.id}`}>
                {t('people')}
              </ButtonLink>
            ) : null}
            {segment ? (
              <ButtonLink size="sm" href={`/segments/overlap?a=${segment.id}`}>
                {t('overlap')}
              </ButtonLink>
            ) : null}
            {canEdit ? (
              <ButtonLink size="sm" href={`/segments/rules/new?from=${id}`}>
                {t('edit')}
              </ButtonLink>
            ) : null}
          </div>
        </CardHeader>
        <CardBody className="flex flex-col gap-3">
          {segments.error ? <Alert tone="danger">{errorText(segments.error)}</Alert> : null}
          <p className="max-w-prose break-words">
            {segments.isPending ? t('loading') : wordRule(settings.rule)}
          </p>
          <p className="max-w-prose text-sm text-muted">{t('missingValues')}</p>
          <Disclosure summary={t('asText')}>
            <pre className="rounded-lg bg-subtle p-3 font-mono text-xs break-words whitespace-pre-wrap">
              {printRule(settings.rule, { isShare, nameSegment: segments.name })}
            </pre>
          </Disclosure>
        </CardBody>
      </Card>
    </div>
  )
}
