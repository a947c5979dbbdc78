'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Button } from '@/components/ui/button'
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
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { type CellValue, type Column, type ColumnSummary, type Filter, fitsKind } from '@/lib/tables/schema'
import { useValueText } from './use-value-text'

export type TopValuesProps = {
  column: Column
  summary: ColumnSummary
  onFilter: (filter: Filter) => void
}

/** Texts are cut at 300 characters: a cut one cannot be asked for. */
const longest = 300

/** The condition that gives exactly the rows of a value; null where there is none, as for a time of day. */
function filterFor({ key, kind }: Column, value: CellValue): Filter | null {
  const text = String(value)
  if (kind === 'datetime' || text.length >= longest) return null
  const filter: Filter = { column: key, is: 'equals', value: text }
  return fitsKind(kind, filter) ? filter : null
}

/** The values that most rows have, each a way to its rows. */
export function TopValues({ column, summary, onFilter }: TopValuesProps) {
  const t = useTranslations('tables.column')
  const formats = useFormats()
  const valueText = useValueText()
  if (summary.distinct === summary.filled && summary.filled > 1)
    return <p className="text-sm text-muted">{t('allDifferent')}</p>
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('top')}</h3>
      <TableScroll label={t('top')}>
        <Table>
          <TableCaption>{t('top')}</TableCaption>
          <TableHead>
            <tr>
              <TableHeader>{t('value')}</TableHeader>
              <TableHeader numeric>{t('rows')}</TableHeader>
              <TableHeader numeric>{t('ofFilled')}</TableHeader>
              <TableHeader>
                <VisuallyHidden>{t('show')}</VisuallyHidden>
              </TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {summary.top.map(({ value, rows }) => {
              const filter = filterFor(column, value)
              const text = valueText(column.kind, value)
              return (
                <TableRow key={String(value)}>
                  <TableCell className="min-w-32 break-words">
                    <span className="line-clamp-2">{text}</span>
                  </TableCell>
                  <TableCell numeric>{formats.integer(rows)}</TableCell>
                  <TableCell numeric>{formats.percent(rows / summary.filled, 1)}</TableCell>
                  <TableCell className="text-right">
                    {filter ? (
                      <Button
                        size="sm"
                        variant="ghost"
                        aria-label={t('showValue', { value: text })}
                        onClick={() => onFilter(filter)}
                      >
                        {t('show')}
                      </Button>
                    ) : null}
                  </TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      </TableScroll>
      {summary.distinct > summary.top.length ? (
        <p className="text-sm text-muted">
          {t('topOf', { shown: summary.top.length, distinct: summary.distinct })}
        </p>
      ) : null}
    </section>
  )
}
