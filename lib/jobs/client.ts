import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/shared/fetch-json'
import { hasEnded, type JobView } from './schema'

/** milliseconds; a job that waits its turn has less to say */
const pauses = { queued: 800, running: 350 }

/** A job's state, asked for again until it has ended (or cannot be read). */
export function jobQuery(jobId: string) {
  return queryOptions({
    queryKey: ['jobs', jobId],
    queryFn: () => fetchJson<JobView>(`/api/jobs/${jobId}`),
    staleTime: 0,
    refetchInterval: ({ state: { status, data } }) => {
      if (status === 'error' || (data && hasEnded(data))) return false
      return pauses[data?.state === 'running' ? 'running' : 'queued']
    },
  })
}
