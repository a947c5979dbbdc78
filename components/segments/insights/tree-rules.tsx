'use client'

import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { seriesColor } from '@/components/charts/series-color'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Swatch } from '@/components/ui/swatch'
import type { SegmentTree } from '@/lib/segments/insights-schema'
import { useFeatureText } from '../use-feature-text'
import type { TitledView } from '../use-named-segments'
import { mergeConditions } from './merge-conditions'

export type TreeRulesProps = { segments: readonly TitledView[]; tree: SegmentTree | null }

/** Below this the rules describe the segments only roughly. */
const faithful = 0.75

/** The segments as rules that people can read, with how far to believe them. */
export function TreeRules({ segments, tree }: TreeRulesProps) {
  const t = useTranslations('insights.tree')
  const formats = useFormats()
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>
            {tree ? t('description', { fidelity: formats.percent(tree.fidelity) }) : t('none')}
          </CardDescription>
        </div>
      </CardHeader>
      {tree ? (
        <CardBody className="flex flex-col gap-4">
          {tree.fidelity < faithful ? <Alert tone="warning">{t('low')}</Alert> : null}
          <ul className="divide-y divide-border">
            {segments.flatMap((segment) => {
              const rules = tree.rules.filter(({ position }) => position === segment.position)
              return rules.length > 0
                ? [<SegmentRules key={segment.id} segment={segment} rules={rules} />]
                : []
            })}
          </ul>
        </CardBody>
      ) : null}
    </Card>
  )
}

function SegmentRules({ segment, rules }: { segment: TitledView; rules: SegmentTree['rules'] }) {
  const t = useTranslations('insights.tree')
  const formats = useFormats()
  const features = useFeatureText()
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[13rem_1fr]">
      <span className="flex items-baseline gap-2 text-sm font-medium">
        <Swatch color={seriesColor(segment.color)} />
        <span className="min-w-0 break-words">{segment.name}</span>
      </span>
      <ul className="flex flex-col gap-2">
        {rules.map((rule) => {
          const conditions = mergeConditions(rule.conditions)
          return (
            <li key={JSON.stringify(rule.conditions)} className="text-sm">
              {conditions.length === 0
                ? t('everyone')
                : conditions.map(({ feature, above, upTo }, index) => (
                    <Fragment key={feature}>
                      {index > 0 ? <span className="text-muted"> {t('and')} </span> : null}
                      {above !== null && upTo !== null
                        ? t('condition.between', {
                            feature: features.name(feature),
                            low: features.value(feature, above),
                            high: features.value(feature, upTo),
                          })
                        : t(above === null ? 'condition.upTo' : 'condition.above', {
                            feature: features.name(feature),
                            value: features.value(feature, above ?? upTo),
                          })}
                    </Fragment>
                  ))}
              <span className="block text-muted tabular-nums">
                {t('customers', { count: rule.customers })} · {t('precision')}:{' '}
                {formats.percent(rule.precision)}
              </span>
            </li>
          )
        })}
      </ul>
    </li>
  )
}
