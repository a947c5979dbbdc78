import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/shared/fetch-json'
import type { Distribution, ExportCounts, MapPoints, PeoplePage, PeopleQuery } from './schema'

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
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  return queryOptions({
    queryKey: ['segments', segmentId, 'people', query],
    queryFn: ({ signal }) => fetchJson<PeoplePage>(`/api/segments/${segmentId}/people?${search}`, { signal }),
  })
}

/** How many people an export of the segment would hold. */
export function exportCountsQuery(segmentId: string) {
  return queryOptions({
    queryKey: ['segments', segmentId, 'export-counts'],
    queryFn: () => fetchJson<ExportCounts>(`/api/segments/${segmentId}/export-counts`),
  })
}
