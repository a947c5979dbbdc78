'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { seriesColor } from '@/components/charts/series-color'
import { Badge } from '@/components/ui/badge'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { HelpTip } from '@/components/ui/help-tip'
import { Swatch } from '@/components/ui/swatch'
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
import type { Insights } from '@/lib/segments/insights-schema'
import type { TitledView } from '../use-named-segments'
import { judgeSegment } from './verdict'

export type QualityTableProps = {
  segments: readonly TitledView[]
  insights: Insights
  /** per segment, null where not measured */
  stability: readonly (number | null)[]
}

const tones = { clear: 'success', fair: 'neutral', blurred: 'warning' } as const

/** How clear, how repeatable and how separate each segment is. */
export function QualityTable({ segments, insights, stability }: QualityTableProps) {
  const t = useTranslations('insights.quality')
  const formats = useFormats()
  const heading = (key: 'silhouette' | 'stability' | 'neighbour' | 'outliers') => (
    <span className="inline-flex items-center gap-1">
      {t(key)}
      <HelpTip term={t(key)}>{t(`${key}Help`)}</HelpTip>
    </span>
  )
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
          <Table className="min-w-180">
            <TableCaption>{t('title')}</TableCaption>
            <TableHead>
              <tr>
                <TableHeader>{t('segment')}</TableHeader>
                <TableHeader>{t('verdict')}</TableHeader>
                <TableHeader numeric>{heading('silhouette')}</TableHeader>
                <TableHeader numeric>{heading('stability')}</TableHeader>
                <TableHeader>{heading('neighbour')}</TableHeader>
                <TableHeader numeric>{heading('outliers')}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {segments.map((segment) => {
                const quality = insights.segments[segment.position]?.quality
                const stable = stability[segment.position] ?? null
                const silhouette = quality?.silhouette ?? null
                const verdict = judgeSegment(silhouette, stable)
                const neighbour = quality?.neighbours[0]
                return (
                  <TableRow key={segment.id}>
                    <TableHeader
                      scope="row"
                      className="border-b-0 text-sm font-medium whitespace-normal text-text"
                    >
                      <span className="flex items-center gap-2">
                        <Swatch color={seriesColor(segment.color)} />
                        {segment.name}
                      </span>
                    </TableHeader>
                    <TableCell>
                      {verdict ? <Badge tone={tones[verdict]}>{t(`verdicts.${verdict}`)}</Badge> : t('none')}
                    </TableCell>
                    <TableCell numeric>
                      {silhouette === null ? t('none') : formats.decimal(silhouette, 2)}
                    </TableCell>
                    <TableCell numeric>{stable === null ? t('none') : formats.percent(stable)}</TableCell>
                    <TableCell className="whitespace-normal">
                      {neighbour && neighbour.share > 0
                        ? t('neighbourShare', {
                            name: segments[neighbour.position]?.name ?? '',
                            share: formats.percent(neighbour.share),
                          })
                        : t('none')}
                    </TableCell>
                    <TableCell numeric>{quality ? formats.integer(quality.outliers) : t('none')}</TableCell>
                  </TableRow>
                )
              })}
            </TableBody>
          </Table>
        </TableScroll>
      </CardBody>
    </Card>
  )
}
