'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTable } from '@tanstack/react-table'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Pagination } from '@/components/ui/pagination'
import { SearchInput } from '@/components/ui/search-input'
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
import { peopleQuery } from '@/lib/segments/client'
import type { Person } from '@/lib/segments/schema'
import { peopleFeatures, usePeopleColumns } from './people-columns'
import { usePeopleState } from './use-people-state'

const noRows: Person[] = []

export type PeopleTableProps = {
  segmentId: string
  segmentName: string
  /** names, addresses and cities are shown */
  personal: boolean
}

/** The people of a segment: sorted, searched and paged where the data is. */
export function PeopleTable({ segmentId, segmentName, personal }: PeopleTableProps) {
  const t = useTranslations('segments.people')
  const errorText = useErrorText()
  const people = usePeopleState()
  const { query } = people
  const columns = usePeopleColumns()
  const result = useQuery({ ...peopleQuery(segmentId, query), placeholderData: keepPreviousData })
  const table = useTable({
    features: peopleFeatures,
    columns,
    data: result.data?.rows ?? noRows,
    // Ids that are contacts are masked for viewers: they tell no rows apart.
    getRowId: (person, index) => `${person.customerId} ${index}`,
  })
  const label = t('tableLabel', { name: segmentName })
  return (
    <div className="flex flex-col gap-4">
      <SearchInput
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        maxLength={100}
        value={people.text}
        onChange={people.setText}
        className="max-w-sm"
      />
      {result.isError ? (
        <ErrorState
          title={t('failed')}
          description={errorText(result.error)}
          onRetry={() => result.refetch()}
          retrying={result.isFetching}
        />
      ) : result.data?.total === 0 ? (
        <div role="status">
          <EmptyState
            icon={<Search />}
            title={query.search ? t('noMatch', { search: query.search }) : t('empty')}
            actions={query.search ? <Button onClick={() => people.setText('')}>{t('clear')}</Button> : null}
          />
        </div>
      ) : (
        <TableScroll label={label}>
          <Table className="min-w-5xl table-fixed" aria-busy={result.isFetching}>
            <TableCaption>{label}</TableCaption>
            <TableHead>
              <tr>
                {table.getHeaderGroups()[0]?.headers.map((header) => {
                  const meta = header.column.columnDef.meta
                  const { sort } = meta ?? {}
                  return (
                    <TableHeader
                      key={header.id}
                      className={meta?.width}
                      numeric={meta?.numeric ?? false}
                      sort={sort && sort === query.sort ? query.direction : null}
                      onSort={sort ? () => people.sortBy(sort) : undefined}
                    >
                      <table.FlexRender header={header} />
                    </TableHeader>
                  )
                })}
              </tr>
            </TableHead>
            <TableBody className={cn(result.isPlaceholderData && 'opacity-60')}>
              {result.data
                ? table.getRowModel().rows.map((row) => (
                    <TableRow key={row.id} className="hover:bg-subtle">
                      {row.getAllCells().map((cell) => (
                        <TableCell
                          key={cell.id}
                          numeric={cell.column.columnDef.meta?.numeric ?? false}
                          className="h-14 break-words"
                        >
                          <table.FlexRender cell={cell} />
                        </TableCell>
                      ))}
                    </TableRow>
                  ))
                : Array.from({ length: query.pageSize }, (_, row) => `waiting-${row}`).map((key) => (
                    <TableRow key={key}>
                      <TableCell colSpan={columns.length} className="h-14">
                        <Skeleton className="h-5 w-full" />
                      </TableCell>
                    </TableRow>
                  ))}
            </TableBody>
          </Table>
        </TableScroll>
      )}
      {result.isError || result.data?.total === 0 ? null : (
        <Pagination
          page={query.page}
          pageSize={query.pageSize}
          total={result.data?.total ?? 0}
          onPageChange={people.setPage}
          pageSizes={people.pageSizes}
          onPageSizeChange={people.setPageSize}
          busy={result.isFetching}
        />
      )}
      <p className="text-sm text-muted">
        {t('distanceHelp')} {personal ? null : t('hidden')}
      </p>
    </div>
  )
}
