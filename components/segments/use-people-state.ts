'use client'

import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useEffect, useState } from 'react'
import { type PeopleQuery, peopleSorts } from '@/lib/segments/schema'

const searchPause = 300
const pageSizes = [25, 50, 100]

const parsers = {
  sort: parseAsStringLiteral(peopleSorts).withDefault('revenue'),
  direction: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('desc'),
  page: parseAsInteger.withDefault(1),
  size: parseAsInteger.withDefault(25),
}

/**
 * What the people table shows, kept in the address but for the words searched for, which may name a person; typing waits
 * for a pause before it searches.
 */
export function usePeopleState() {
  const [state, setState] = useQueryStates(parsers, { history: 'replace' })
  const [search, setSearch] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    if (text.trim() === search) return
    const timer = setTimeout(() => {
      setSearch(text.trim().slice(0, 100))
      setState({ page: 1 })
    }, searchPause)
    return () => clearTimeout(timer)
  }, [text, search, setState])
  const query: PeopleQuery = {
    search,
    sort: state.sort,
    direction: state.direction,
    page: Math.max(1, state.page),
    pageSize: pageSizes.includes(state.size) ? state.size : 25,
  }
  /** A new column starts with what is asked for most: the largest numbers, the first in the alphabet. */
  function sortBy(sort: PeopleQuery['sort']) {
    const first = sort === 'customer' || sort === 'distance' ? 'asc' : 'desc'
    const direction = state.sort !== sort ? first : state.direction === 'asc' ? 'desc' : 'asc'
    setState({ sort, direction, page: 1 })
  }
  return {
    query,
    text,
    setText,
    sortBy,
    pageSizes,
    setPage: (page: number) => setState({ page }),
    setPageSize: (size: number) => setState({ size, page: 1 }),
  }
}
