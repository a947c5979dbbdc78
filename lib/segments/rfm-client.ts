import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/shared/fetch-json'
import type { RfmGrids } from './rfm-grid-schema'

/** Scores as of a day (YYYY-MM-DD) of the data as they stand; the last answer stays until the next one is there. */
export function rfmGridsQuery(asOf: string) {
  return queryOptions({
    queryKey: ['rfm', asOf],
    queryFn: ({ signal }) =>
      fetchJson<RfmGrids>(`/api/segments/rfm?${new URLSearchParams({ asOf })}`, { signal }),
    placeholderData: keepPreviousData,
  })
}
