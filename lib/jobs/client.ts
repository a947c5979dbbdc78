import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/shared/fetch-json'
import { hasEnded, type JobView } from './schema'

const pauseMilliseconds = 300

/** A job's state, asked for again until it has ended (or cannot be read). */
export function jobQuery(jobId: string) {
  return queryOptions({
    queryKey: ['jobs', jobId],
    queryFn: () => fetchJson<JobView>(`/api/jobs/${jobId}`),
    staleTime: 0,
    refetchInterval: ({ state: { status, data } }) => {
      if (status === 'error' || (data && hasEnded(data))) return false
      return pauseMilliseconds
    },
  })
}
