import { queryOptions } from '@tanstack/react-query'
import type { ExportCounts } from '@/lib/privacy/export-schema'
import { fetchJson, postJson } from '@/lib/shared/fetch-json'
import type { ExportOptions } from './export-schema'
import type { Distribution, MapPoints, PeoplePage, PeopleQuery } from './schema'

/** A finished segmentation never changes: neither do its points and distributions. */
const staleTime = Number.POSITIVE_INFINITY

export function mapQuery(segmentationId: string) {
  return queryOptions({
    queryKey: ['segmentations', segmentationId, 'map'],
    queryFn: () => fetchJson<MapPoints>(`/api/segmentations/${segmentationId}/map`),
    staleTime,
  })
}

export function distributionQuery(segmentationId: string, feature: string) {
  const query = new URLSearchParams({ feature })
  return queryOptions({
    queryKey: ['segmentations', segmentationId, 'distribution', feature],
    queryFn: () => fetchJson<Distribution>(`/api/segmentations/${segmentationId}/distribution?${query}`),
    staleTime,
  })
}

export function peopleQuery(segmentId: string, query: PeopleQuery) {
  return queryOptions({
    queryKey: ['segments', segmentId, 'people', query],
    queryFn: ({ signal }) => postJson<PeoplePage>(`/api/segments/${segmentId}/people`, query, signal),
  })
}

/** Whom an export of the segment would hold. */
export function exportCountsQuery(segmentId: string, { columns, ...options }: ExportOptions) {
  const query = new URLSearchParams({
    columns: columns.join(),
    ...Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)])),
  })
  return queryOptions({
    queryKey: ['segments', segmentId, 'export-counts', columns, options],
    queryFn: ({ signal }) =>
      fetchJson<ExportCounts>(`/api/segments/${segmentId}/export-counts?${query}`, { signal }),
  })
}
