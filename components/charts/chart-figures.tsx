'use client'

import { useTranslations } from 'next-intl'
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
import type { ChartTable } from './chart-frame'

type ChartFiguresProps = { title: string; table: ChartTable }

/** What the chart draws, as figures. */
export function ChartFigures({ title, table }: ChartFiguresProps) {
  const t = useTranslations('charts')
  const [first, ...others] = table.columns
  return (
    <TableScroll label={t('frame.tableOf', { title })} className="max-h-112">
      <Table>
        <TableCaption>{t('frame.tableOf', { title })}</TableCaption>
        <TableHead>
          <tr>
            {table.columns.map((column) => (
              <TableHeader key={column.key} numeric={column.numeric} className="sticky top-0 bg-subtle">
                {column.label}
              </TableHeader>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {table.rows.map((row) => (
            <TableRow key={Object.values(row).join('\u0000')}>
              {first ? (
                <th
                  scope="row"
                  className={`h-11 min-w-36 py-2 pr-3 pl-4 font-medium ${first.numeric ? 'text-right tabular-nums' : 'text-left'}`}
                >
                  {row[first.key]}
                </th>
              ) : null}
              {others.map((column) => (
                <TableCell key={column.key} numeric={column.numeric}>
                  {row[column.key]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
