import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/shared/fetch-json'
import type { SnapshotView } from './snapshot-schema'

/** One snapshot of features; a finished one never changes. */
export function snapshotQuery(id: string) {
  return queryOptions({
    queryKey: ['snapshots', id],
    queryFn: () => fetchJson<SnapshotView>(`/api/snapshots/${id}`),
    staleTime: ({ state }) => (state.data?.state === 'completed' ? Number.POSITIVE_INFINITY : 0),
  })
}
