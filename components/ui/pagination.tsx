'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button'
import { cn } from './cn'
import { Select } from './select'
import { Spinner } from './spinner'

export type PaginationProps = {
  /** Page shown, from 1. */
  page: number
  pageSize: number
  /** Rows in all. */
  total: number
  onPageChange: (page: number) => void
  pageSizes?: number[]
  onPageSizeChange?: (size: number) => void
  /** A new page is on its way. */
  busy?: boolean
  className?: string
}

export function Pagination(props: PaginationProps) {
  const { page, pageSize, total, onPageChange, pageSizes = [25, 50, 100], onPageSizeChange } = props
  const t = useTranslations('ui')
  const pageCount = Math.max(1, Math.ceil(total / pageSize))
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(total, page * pageSize)
  return (
    <nav
      aria-label={t('pagination.label')}
      className={cn('flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm', props.className)}
    >
      <p className="flex items-center gap-2 text-muted tabular-nums" aria-live="polite">
        {t('pagination.range', { from, to, total })}
        {props.busy ? <Spinner label={t('loading')} /> : null}
      </p>
      <div className="flex items-center gap-2">
        {onPageSizeChange ? (
          <Select
            size="sm"
            wrapperClassName="w-auto"
            aria-label={t('pagination.pageSize')}
            value={pageSize}
            onChange={(event) => onPageSizeChange(Number(event.target.value))}
          >
            {pageSizes.map((size) => (
              <option key={size} value={size}>
                {t('pagination.perPage', { size })}
              </option>
            ))}
          </Select>
        ) : null}
        <Button
          size="icon-sm"
          aria-label={t('pagination.previous')}
          disabled={page <= 1}
          onClick={() => onPageChange(page - 1)}
        >
          <ChevronLeft aria-hidden />
        </Button>
        <span className="px-1 whitespace-nowrap text-muted tabular-nums">
          {t('pagination.page', { page, pageCount })}
        </span>
        <Button
          size="icon-sm"
          aria-label={t('pagination.next')}
          disabled={page >= pageCount}
          onClick={() => onPageChange(page + 1)}
        >
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  )
}
