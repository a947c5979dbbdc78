'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormats } from '@/components/app/formats-provider'
import { seriesColor } from '@/components/charts/series-color'
import { Button } from '@/components/ui/button'
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
import { TextLink } from '@/components/ui/text-link'
import type { Comparison } from '@/lib/segments/compare-schema'
import { moversPath } from './compare-path'
import { listMoves, type MovementSort, stakeOf } from './movement'
import { endId, useComparisonWords } from './use-comparison-words'

const shownFirst = 12

/** Every move between segments that are not each other's counterpart, with its people and what they are worth. */
export function MovementTable({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('compare')
  const formats = useFormats()
  const words = useComparisonWords(comparison, formats)
  const [sort, setSort] = useState<MovementSort>('customers')
  const [all, setAll] = useState(false)
  const { a, b, overTime } = comparison
  const when = overTime ? 'time' : 'runs'
  const moves = listMoves(comparison, sort)
  const shown = all ? moves : moves.slice(0, shownFirst)
  const shareOfSource = (from: number | null, customers: number) => {
    const size = from === null ? 0 : (a.segments.find(({ position }) => position === from)?.size ?? 0)
    return size > 0 ? formats.percent(customers / size, 1) : '–'
  }
  const title = t(`moves.title.${when}`)
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{title}</CardTitle>
          <CardDescription>{t(`moves.intro.${when}`)}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="flex flex-col gap-4">
        {moves.length === 0 ? (
          <p className="text-sm">{t('moves.none')}</p>
        ) : (
          <TableScroll label={title}>
            <Table className="min-w-3xl">
              <TableCaption>{title}</TableCaption>
              <TableHead>
                <tr>
                  <TableHeader>{t('columns.from')}</TableHeader>
                  <TableHeader>{t('columns.to')}</TableHeader>
                  <TableHeader
                    numeric
                    sort={sort === 'customers' ? 'desc' : null}
                    onSort={() => setSort('customers')}
                  >
                    {t('columns.customers')}
                  </TableHeader>
                  <TableHeader numeric>{t('columns.shareOfSource')}</TableHeader>
                  <TableHeader
                    numeric
                    sort={sort === 'revenue' ? 'desc' : null}
                    onSort={() => setSort('revenue')}
                  >
                    {t('columns.stake')}
                  </TableHeader>
                  <TableHeader>
                    <span className="sr-only">{t('columns.people')}</span>
                  </TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {shown.map((flow) => {
                  const [from, to] = [words.endName('from', flow.from), words.endName('to', flow.to)]
                  return (
                    <TableRow key={`${endId(flow.from)} ${endId(flow.to)}`}>
                      <TableCell>
                        <EndName
                          name={from}
                          color={words.from.find(({ id }) => id === endId(flow.from))?.color}
                        />
                      </TableCell>
                      <TableCell>
                        <EndName name={to} color={words.to.find(({ id }) => id === endId(flow.to))?.color} />
                      </TableCell>
                      <TableCell numeric>{formats.integer(flow.customers)}</TableCell>
                      <TableCell numeric>{shareOfSource(flow.from, flow.customers)}</TableCell>
                      <TableCell numeric>{formats.money(stakeOf(flow))}</TableCell>
                      <TableCell className="whitespace-nowrap">
                        <TextLink
                          href={moversPath(a.id, b.id, flow)}
                          aria-label={t('moves.whoNamed', { from, to })}
                          prefetch={false}
                        >
                          {t(`moves.who.${when}`)}
                        </TextLink>
                      </TableCell>
                    </TableRow>
                  )
                })}
              </TableBody>
            </Table>
          </TableScroll>
        )}
        {moves.length > shownFirst ? (
          <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
            {t('moves.shown', { shown: shown.length, total: moves.length })}
            <Button size="sm" aria-expanded={all} onClick={() => setAll(!all)}>
              {t(all ? 'moves.fewer' : 'moves.all')}
            </Button>
          </div>
        ) : null}
      </CardBody>
    </Card>
  )
}

function EndName({ name, color }: { name: string; color: number | null | undefined }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <Swatch color={color === null || color === undefined ? 'var(--muted)' : seriesColor(color)} />
      <span className="min-w-0 break-words">{name}</span>
    </span>
  )
}
