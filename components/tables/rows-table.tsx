'use client'

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CustomerLink } from '@/components/customers/customer-link'
import { cn } from '@/components/ui/cn'
import { Skeleton } from '@/components/ui/skeleton'
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
import { maskMark } from '@/lib/privacy/mask-mark'
import type { CellValue, Column, TableRow as Row } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { useColumnLabel } from './use-column-label'
import { useValueText } from './use-value-text'

export type RowsTableProps = {
  table: TableName
  caption: string
  columns: readonly Column[]
  /** null while the first page is on its way */
  rows: readonly Row[] | null
  pageSize: number
  sort: string
  direction: 'asc' | 'desc'
  onSort: (key: string) => void
  onOpen: (column: Column) => void
  /** The reader sees personal values. */
  seesPeople: boolean
  /** The page before is shown while the next one is on its way. */
  stale: boolean
}

const isNumeric = ({ kind }: Column) => kind === 'number' || kind === 'money'

/** One page of a table: a heading opens its column's profile, the arrows beside it sort. */
export function RowsTable(props: RowsTableProps) {
  const { caption, columns, rows, stale } = props
  return (
    <TableScroll label={caption} className="max-h-[80dvh]">
      <Table aria-busy={stale || rows === null}>
        <TableCaption>{caption}</TableCaption>
        <TableHead className="sticky top-0 z-10">
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} {...props} />
            ))}
          </tr>
        </TableHead>
        <TableBody className={cn(stale && 'opacity-60')}>
          {rows
            ? withKeys(rows).map(({ row, key }) => (
                <TableRow key={key} className="hover:bg-subtle">
                  {columns.map((column, index) => (
                    <TableCell key={column.key} numeric={isNumeric(column)} className="align-top">
                      <Cell column={column} value={row.cells[index] ?? null} currency={row.currency} />
                    </TableCell>
                  ))}
                </TableRow>
              ))
            : Array.from({ length: props.pageSize }, (_, row) => `waiting-${row}`).map((key) => (
                <TableRow key={key}>
                  <TableCell colSpan={columns.length}>
                    <Skeleton className="h-5 w-full" />
                  </TableCell>
                </TableRow>
              ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}

type HeadingProps = RowsTableProps & { column: Column }

function Heading({ table, column, sort, direction, onSort, onOpen, seesPeople }: HeadingProps) {
  const t = useTranslations('tables.browse')
  const label = useColumnLabel(table)(column)
  const sorted = sort === column.key ? direction : null
  const Icon = sorted === 'asc' ? ArrowUp : sorted === 'desc' ? ArrowDown : ChevronsUpDown
  const button = 'inline-flex h-7 items-center rounded-md px-1.5 hover:bg-surface hover:text-text'
  return (
    <TableHeader sort={sorted} numeric={isNumeric(column)}>
      <span className={cn('-mx-1.5 inline-flex items-center', sorted && 'text-text')}>
        <button
          type="button"
          aria-haspopup="dialog"
          title={t('openColumn', { column: label })}
          onClick={() => onOpen(column)}
          className={cn(button, 'max-w-60 underline decoration-dotted underline-offset-4')}
        >
          <span className="truncate">{label}</span>
        </button>
        {column.personal && !seesPeople ? null : (
          <button
            type="button"
            aria-label={t('sortBy', { column: label })}
            onClick={() => onSort(column.key)}
            className={button}
          >
            <Icon aria-hidden className={cn('size-3.5', !sorted && 'opacity-60')} />
          </button>
        )}
      </span>
    </TableHeader>
  )
}

type CellProps = { column: Column; value: CellValue; currency: string | null }

function Cell({ column, value, currency }: CellProps) {
  const valueText = useValueText()
  if (value === maskMark) return <span className="text-muted">{maskMark}</span>
  const text = valueText(column.kind, value, currency)
  if (value === null) return <span className="text-muted">{text}</span>
  if (column.customer)
    return (
      <CustomerLink
        id={text}
        title={text.length > 24 ? text : undefined}
        className="block w-max max-w-56 truncate"
      >
        {text}
      </CustomerLink>
    )
  if (column.kind !== 'text') return <span className="whitespace-nowrap">{text}</span>
  return (
    <span
      title={text.length > 40 ? text : undefined}
      className="line-clamp-2 w-max max-w-72 break-words whitespace-pre-line"
    >
      {text}
    </span>
  )
}

/** Rows have no id of their own, and a file may repeat one. */
function withKeys(rows: readonly Row[]) {
  return rows.map((row, index) => ({ row, key: `row-${index}` }))
}
