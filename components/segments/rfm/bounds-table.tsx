import { useTranslations } from 'next-intl'
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
import { countScores } from '@/lib/rfm/rfm-grid'
import type { RfmCell, RfmMap } from '@/lib/rfm/rfm-map'
import { type RfmAxis, type RfmBounds, rfmAxes } from '@/lib/rfm/scores'
import type { Formats } from '@/lib/shared/formatting'
import { axisLetters, useScoreText } from './use-score-text'

export type BoundsTableProps = {
  map: RfmMap
  bounds: RfmBounds
  /** per cell of the map */
  figures: readonly RfmCell[]
  formats: Formats
}

const places = { recency: 'r', frequency: 'f', monetary: 'm' } as const

/** Every score in days, purchases and money, with how many customers have it and why some have none. */
export function BoundsTable({ map, bounds, figures, formats }: BoundsTableProps) {
  const t = useTranslations('rfm.bounds')
  const words = useTranslations('rfm.grid')
  const scoreText = useScoreText(formats, bounds)
  const axes: readonly RfmAxis[] = map.axes === 'rf' ? ['recency', 'frequency'] : rfmAxes
  const counts = axes.map((axis) => countScores(map, figures, places[axis]))
  const scores = Array.from({ length: map.bins }, (_, i) => map.bins - i)
  const empty = axes.flatMap((axis, i) =>
    [...scores]
      .reverse()
      .filter((score) => counts[i]![score - 1] === 0)
      .map((score) => `${axisLetters[axis]}${score}`),
  )
  const mean = (axis: RfmAxis) => bounds[axis][0] ?? 0
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>
            {map.scoring === 'mean'
              ? t('mean', {
                  recency: formats.unit(mean('recency'), 'day', 1),
                  frequency: formats.decimal(mean('frequency'), 1),
                  monetary: formats.money(mean('monetary')),
                })
              : t('quantiles', {
                  top: map.bins,
                  share: formats.percent((map.bins - 1) / map.bins, map.bins === 3 ? 1 : 0),
                })}
          </CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <TableScroll label={t('title')}>
          <Table>
            <TableCaption>{t('title')}</TableCaption>
            <TableHead>
              <tr>
                <TableHeader>{t('score')}</TableHeader>
                {axes.map((axis) => (
                  <TableHeader key={axis}>{words(axis)}</TableHeader>
                ))}
              </tr>
            </TableHead>
            <TableBody>
              {scores.map((score) => (
                <TableRow key={score}>
                  <TableHeader scope="row" className="border-b-0 text-sm font-semibold text-text">
                    {score}
                  </TableHeader>
                  {axes.map((axis, i) => {
                    const count = counts[i]![score - 1]!
                    return (
                      <TableCell key={axis} className="whitespace-nowrap">
                        {count === 0 ? (
                          <span className="text-muted">{t('people', { count })}</span>
                        ) : (
                          <>
                            <span className="block font-medium">{scoreText(axis, score)}</span>
                            <span className="block text-xs text-muted tabular-nums">
                              {t('people', { count })}
                            </span>
                          </>
                        )}
                      </TableCell>
                    )
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
        {empty.length > 0 ? (
          <p className="text-sm text-muted">{t('empty', { scores: formats.list(empty) })}</p>
        ) : null}
      </CardBody>
    </Card>
  )
}
