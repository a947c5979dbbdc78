import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/shared/fetch-json'
import type { TableName } from '@/lib/warehouse/tables'
import type { Column, ColumnSummary, RowsPage, RowsQuery } from './schema'

/** One page of a table; the page before stays until it is there. */
export function rowsQuery(table: TableName, query: RowsQuery) {
  const { filters, columns, ...rest } = query
  const search = new URLSearchParams({ filters: JSON.stringify(filters), columns: JSON.stringify(columns) })
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) search.set(key, String(value))
  return queryOptions({
    queryKey: ['tables', table, 'rows', query],
    queryFn: ({ signal }) => fetchJson<RowsPage>(`/api/data/tables/${table}?${search}`, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** What a column holds over the whole table. An attribute's name goes in the query: it may hold anything. */
export function columnQuery(table: TableName, { key, attribute }: Column) {
  const path = attribute === null ? key : `attributes?${new URLSearchParams({ attribute })}`
  return queryOptions({
    queryKey: ['tables', table, 'columns', key],
    queryFn: ({ signal }) =>
      fetchJson<ColumnSummary>(`/api/data/tables/${table}/columns/${path}`, { signal }),
  })
}
