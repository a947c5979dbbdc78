'use client'

import { useQuery } from '@tanstack/react-query'
import { Rows3, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useErrorText } from '@/components/app/use-error-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Pagination } from '@/components/ui/pagination'
import { rowsQuery } from '@/lib/tables/client'
import { type Column, pageSizes, type TableColumn } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { ChosenRows } from './chosen-rows'
import { ColumnPanel } from './column-panel'
import { RowsTable } from './rows-table'
import { TableToolbar } from './table-toolbar'
import { useTableState } from './use-table-state'

export type TableBrowserProps = {
  table: TableName
  /** The table's name in the reader's language. */
  name: string
  columns: readonly TableColumn[]
  /** The reader sees personal values, and may say which are. */
  personal: boolean
}

/** A table of the dataset: searched, filtered, sorted and paged where the data is. */
export function TableBrowser({ table, name, columns, personal }: TableBrowserProps) {
  const t = useTranslations('tables.browse')
  const errorText = useErrorText()
  const state = useTableState(table, columns)
  const [opened, setOpened] = useState<string | null>(null)
  const { query } = state
  const result = useQuery(rowsQuery(table, query))
  const shown = columns.filter(({ key }) => query.columns.includes(key))
  const none = result.data?.total === 0
  return (
    <div className="flex flex-col gap-4">
      <TableToolbar table={table} columns={columns} state={state} seesPeople={personal} />
      <ChosenRows table={table} columns={columns} state={state} />
      {result.isError ? (
        <ErrorState
          title={t('failed')}
          description={errorText(result.error)}
          onRetry={() => result.refetch()}
          retrying={result.isFetching}
          actions={<Button onClick={state.reset}>{t('reset')}</Button>}
        />
      ) : none ? (
        <div role="status">
          <EmptyState
            icon={<Search />}
            title={t('noMatch')}
            description={t('noMatchHint')}
            actions={state.narrowed ? <Button onClick={state.clear}>{t('showAll')}</Button> : null}
          />
        </div>
      ) : result.data && result.data.rows.length === 0 ? (
        <div role="status">
          <EmptyState
            icon={<Rows3 />}
            title={t('pastEnd')}
            actions={<Button onClick={() => state.setPage(1)}>{t('firstPage')}</Button>}
          />
        </div>
      ) : (
        <RowsTable
          table={table}
          caption={t('caption', { name })}
          columns={shown}
          rows={
            result.data && !result.isPlaceholderData
              ? result.data.rows
              : (sameShape(result.data, shown) ?? null)
          }
          pageSize={query.size}
          sort={query.sort}
          direction={query.direction}
          onSort={state.sortBy}
          onOpen={({ key }) => setOpened(key)}
          seesPeople={personal}
          stale={result.isPlaceholderData}
        />
      )}
      {result.isError || none ? null : (
        <Pagination
          page={query.page}
          pageSize={query.size}
          total={result.data?.total ?? 0}
          onPageChange={state.setPage}
          pageSizes={[...pageSizes]}
          onPageSizeChange={state.setPageSize}
          busy={result.isFetching}
        />
      )}
      {personal ? null : <p className="text-sm text-muted">{t('hidden')}</p>}
      <ColumnPanel
        table={table}
        column={columns.find(({ key }) => key === opened) ?? null}
        canDecide={personal}
        onClose={() => setOpened(null)}
        onFilter={(filter) => {
          setOpened(null)
          state.addFilter(filter)
        }}
      />
    </div>
  )
}

/** The rows of the page before, unless other columns were chosen since. */
function sameShape<R extends { cells: unknown[] }>(
  page: { rows: R[] } | undefined,
  columns: readonly Column[],
): R[] | null {
  return page?.rows[0]?.cells.length === columns.length ? page.rows : null
}
