'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import type { RecommenderView } from '@/lib/recommendations/schema'
import { CurveCard } from './curve-card'
import { SplitChart } from './split-chart'
import { StrategiesChart } from './strategies-chart'
import { TradeOffCard } from './trade-off-card'
import { useStrategyName } from './use-strategy-name'
import { Verdict } from './verdict'

export type SegmentName = { id: string; name: string }

export type ResultsViewProps = {
  recommender: RecommenderView
  /** of the segmentation it was trained with */
  segments: readonly SegmentName[]
}

/** How good a recommender is, and how that was found out. */
export function ResultsView({ recommender, segments }: ResultsViewProps) {
  const { result } = recommender
  return (
    <div className="flex flex-col gap-6">
      <Verdict recommender={recommender} />
      {result.judged > 0 ? (
        <>
          <StrategiesChart recommender={recommender} />
          <TradeOffCard result={result} />
        </>
      ) : null}
      <CurveCard curve={result.popularityCurve} />
      <SplitChart split={result.split} />
      {result.segments.length > 0 ? <BySegment recommender={recommender} segments={segments} /> : null}
      <Sources recommender={recommender} />
    </div>
  )
}

function BySegment({ recommender, segments }: ResultsViewProps) {
  const t = useTranslations('recommendations.bySegment')
  const formats = useFormats()
  const strategyName = useStrategyName()
  const { result } = recommender
  const nameOf = (id: string) => segments.find((one) => one.id === id)?.name ?? '–'
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{t('description')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <TableScroll label={t('title')}>
          <Table style={{ minWidth: `${14 + result.strategies.length * 5.5}rem` }}>
            <TableCaption>{t('title')}</TableCaption>
            <TableHead>
              <tr>
                <TableHeader>{t('segment')}</TableHeader>
                <TableHeader numeric>{t('customers')}</TableHeader>
                {result.strategies.map(({ strategy }) => (
                  <TableHeader key={strategy} numeric className="px-2 whitespace-normal">
                    {strategyName(strategy)}
                  </TableHeader>
                ))}
              </tr>
            </TableHead>
            <TableBody>
              {result.segments.map(({ id, customers }, index) => (
                <TableRow key={id}>
                  <TableHeader scope="row" className="border-b-0 text-sm font-medium text-text">
                    {nameOf(id)}
                  </TableHeader>
                  <TableCell numeric>{formats.integer(customers)}</TableCell>
                  {result.strategies.map(({ strategy, segments: means }) => {
                    const mean = means[index] ?? null
                    return (
                      <TableCell
                        key={strategy}
                        numeric
                        className={mean === null ? 'whitespace-nowrap text-muted' : undefined}
                      >
                        {mean === null ? t('few') : formats.decimal(mean, 3)}
                      </TableCell>
                    )
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      </CardBody>
    </Card>
  )
}

function Sources({ recommender }: { recommender: RecommenderView }) {
  const t = useTranslations('recommendations')
  const formats = useFormats()
  const strategyName = useStrategyName()
  const { served, skipped } = recommender.result
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <Card>
        <CardHeader>
          <CardTitle>{t('served.title')}</CardTitle>
        </CardHeader>
        <CardBody>
          <ul className="flex flex-col gap-1 text-sm">
            {served.map(({ strategy, share }) => (
              <li key={strategy} className="tabular-nums">
                {t('served.item', { share: formats.percent(share, 1), strategy: strategyName(strategy) })}
              </li>
            ))}
          </ul>
        </CardBody>
      </Card>
      {skipped.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t('skipped.title')}</CardTitle>
          </CardHeader>
          <CardBody>
            <ul className="flex flex-col gap-2 text-sm">
              {skipped.map(({ strategy, reason }) => (
                <li key={strategy}>
                  {strategyName(strategy)}
                  <span className="block text-muted">{t(`skipped.${reason}`)}</span>
                </li>
              ))}
            </ul>
          </CardBody>
        </Card>
      ) : null}
    </div>
  )
}
