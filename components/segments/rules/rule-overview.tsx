'use client'

import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { Disclosure } from '@/components/data/disclosure'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { isShare } from '@/lib/rules/is-share'
import { printRule } from '@/lib/rules/print-rule'
import type { RuleView } from '@/lib/segments/schema'
import { MemberFigures, MemberLinks } from './member-figures'
import { useRuleSegments } from './use-rule-segments'
import { useRuleText } from './use-rule-text'

export type RuleOverviewProps = { segmentation: RuleView; canEdit: boolean }

/** A saved rule: in words and as text, whom it holds, and where to go from here. */
export function RuleOverview({ segmentation, canEdit }: RuleOverviewProps) {
  const t = useTranslations('rules.overview')
  const errorText = useErrorText()
  const segments = useRuleSegments()
  const wordRule = useRuleText(segments.name)
  const { id, settings } = segmentation
  return (
    <div className="flex flex-col gap-6">
      <MemberFigures segmentation={segmentation} />
      <Card>
        <CardHeader>
          <CardTitle>{t('title')}</CardTitle>
          <div data-print="hide" className="flex flex-wrap gap-2">
            <MemberLinks segmentation={segmentation} />
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
