import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson, postJson } from '@/lib/shared/fetch-json'
import type { TableName } from '@/lib/warehouse/tables'
import type { Column, ColumnSummary, RowsPage, RowsQuery } from './schema'

/** One page of a table; the page before stays until it is there. */
export function rowsQuery(table: TableName, query: RowsQuery) {
  return queryOptions({
    queryKey: ['tables', table, 'rows', query],
    queryFn: ({ signal }) => postJson<RowsPage>(`/api/data/tables/${table}`, query, signal),
    placeholderData: keepPreviousData,
  })
}

/** What a column holds over the whole table. An attribute's name goes in the query: it may hold anything. */
export function columnQuery(table: TableName, { key, attribute }: Pick<Column, 'key' | 'attribute'>) {
  const path = attribute === null ? key : `attributes?${new URLSearchParams({ attribute })}`
  return queryOptions({
    queryKey: ['tables', table, 'columns', key],
    queryFn: ({ signal }) =>
      fetchJson<ColumnSummary>(`/api/data/tables/${table}/columns/${path}`, { signal }),
  })
}
