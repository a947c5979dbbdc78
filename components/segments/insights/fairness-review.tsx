'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { seriesColor } from '@/components/charts/series-color'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
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
import type { Fairness } from '@/lib/segments/insights-schema'
import type { TitledView } from '../use-named-segments'

type Cell = NonNullable<Fairness['groups'][number]['segments'][number]>

export type FairnessReviewProps = { segments: readonly TitledView[]; fairness: readonly Fairness[] }

/** How the segments hold each group of people: a prompt to look, with the four-fifths line. */
export function FairnessReview({ segments, fairness }: FairnessReviewProps) {
  const t = useTranslations('insights.fairness')
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>{fairness.length > 0 ? t('description') : t('none')}</CardDescription>
        </div>
      </CardHeader>
      {fairness.length > 0 ? (
        <CardBody className="flex flex-col gap-6">
          {fairness.map((one) => (
            <FairnessTable key={one.field} segments={segments} fairness={one} />
          ))}
          <p className="text-xs text-muted">{t('small')}</p>
        </CardBody>
      ) : null}
    </Card>
  )
}

function FairnessTable({ segments, fairness }: { segments: readonly TitledView[]; fairness: Fairness }) {
  const t = useTranslations('insights.fairness')
  const words = useTranslations('insights.small')
  const formats = useFormats()
  const title = t(`fields.${fairness.field}`)
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      <TableScroll label={title}>
        <Table style={{ minWidth: `${14 + segments.length * 8}rem` }}>
          <TableCaption>{title}</TableCaption>
          <TableHead>
            <tr>
              <TableHeader>{t('group')}</TableHeader>
              <TableHeader numeric>{t('people')}</TableHeader>
              {segments.map((segment) => (
                <TableHeader key={segment.id} numeric className="whitespace-normal">
                  <span className="inline-flex items-center gap-1.5">
                    <Swatch color={seriesColor(segment.color)} />
                    {segment.name}
                  </span>
                </TableHeader>
              ))}
            </tr>
          </TableHead>
          <TableBody>
            {fairness.groups.map((group) => (
              <TableRow key={group.value}>
                <TableHeader scope="row" className="border-b-0 text-sm font-medium text-text">
                  {group.value}
                </TableHeader>
                <TableCell numeric>{formats.integer(group.customers)}</TableCell>
                {group.segments.map((cell, index) => (
                  <TableCell key={segments[index]?.id} numeric>
                    {cell ? <FairnessCell {...cell} /> : words('fairness')}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      <p className="mt-2 text-xs text-muted">{t('unknown', { count: fairness.unknown })}</p>
    </section>
  )
}

function FairnessCell({ rate, ratio, below, sure }: Cell) {
  const t = useTranslations('insights.fairness')
  const formats = useFormats()
  return (
    <span className="inline-flex items-center gap-1">
      {below && sure ? (
        <TriangleAlert role="img" aria-label={t('below')} className="size-3.5 shrink-0 text-warning" />
      ) : null}
      {t('ratio', { rate: formats.percent(rate), ratio: formats.percent(ratio) })}
    </span>
  )
}
