'use client'

import {
  parseAsInteger,
  parseAsJson,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import {
  defaultSorts,
  type Filter,
  pageSizes,
  type RowsQuery,
  rowSets,
  type TableColumn,
} from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'

const searchPause = 300
const longestSearch = 200

const parsers = {
  rows: parseAsStringLiteral(rowSets),
  columns: parseAsJson(z.array(z.string())),
  sort: parseAsString,
  direction: parseAsStringLiteral(['asc', 'desc'] as const),
  page: parseAsInteger.withDefault(1),
  size: parseAsNumberLiteral(pageSizes).withDefault(50),
}

/** The columns shown until others are chosen: those that hold something, without attributes; all of an empty table. */
function defaultColumns(columns: readonly TableColumn[]): string[] {
  const filled = columns.filter((column) => (column.filled ?? 0) > 0)
  return (filled.length > 0 ? filled : columns).map(({ key }) => key)
}

/**
 * What a table shows, kept in the address but for the words searched and filtered for, which may name a person; typing
 * waits for a pause before it searches.
 */
export function useTableState(table: TableName, columns: readonly TableColumn[]) {
  const [state, setState] = useQueryStates(parsers, { history: 'replace' })
  const [text, setText] = useState('')
  const [q, setQ] = useState('')
  const [filters, setFilters] = useState<Filter[]>([])
  useEffect(() => {
    if (text.trim() === q) return
    const timer = setTimeout(() => {
      setQ(text.trim().slice(0, longestSearch))
      setState({ page: 1 })
    }, searchPause)
    return () => clearTimeout(timer)
  }, [text, q, setState])
  function clearWords() {
    setText('')
    setQ('')
    setFilters([])
  }
  const chosen = columns.map(({ key }) => key).filter((key) => state.columns?.includes(key))
  const { sort, direction } = defaultSorts[table]
  const query: RowsQuery = {
    q,
    filters,
    rows: state.rows ?? undefined,
    columns: chosen.length > 0 ? chosen : defaultColumns(columns),
    sort: state.sort ?? sort,
    direction: state.direction ?? (state.sort ? 'asc' : direction),
    page: Math.max(1, state.page),
    size: state.size,
  }
  return {
    query,
    text,
    setText,
    narrowed: query.q !== '' || query.filters.length > 0 || query.rows !== undefined,
    /** A new column starts from its smallest value. */
    sortBy: (key: string) => {
      const next = query.sort === key && query.direction === 'asc' ? 'desc' : 'asc'
      setState({ sort: key, direction: next, page: 1 })
    },
    addFilter: (filter: Filter) => {
      const same = (other: Filter) => other.column === filter.column && other.is === filter.is
      setFilters([...filters.filter((other) => !same(other)), filter])
      setState({ page: 1 })
    },
    removeFilter: (filter: Filter) => {
      setFilters(filters.filter((other) => other !== filter))
      setState({ page: 1 })
    },
    showAllRows: () => setState({ rows: null, page: 1 }),
    chooseColumns: (keys: string[]) => setState({ columns: keys }),
    clear: () => {
      clearWords()
      setState({ rows: null, page: null })
    },
    reset: () => {
      clearWords()
      setState(null)
    },
    setPage: (page: number) => setState({ page }),
    setPageSize: (size: number) => setState({ size: pageSizes.find((one) => one === size) ?? 50, page: 1 }),
  }
}
export type TableState = ReturnType<typeof useTableState>
