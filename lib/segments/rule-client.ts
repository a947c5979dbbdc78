import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Rule } from '@/lib/rules/rule'
import { fetchJson } from '@/lib/shared/fetch-json'
import type { RuleCount } from './rule-count-schema'
import type { RuleSegment } from './rule-segments-schema'

/** How many customers of a snapshot meet a rule; the last answer stays until the next one is there. */
export function ruleCountQuery(snapshotId: string, rule: Rule) {
  return queryOptions({
    queryKey: ['rules', 'count', snapshotId, rule],
    queryFn: ({ signal }) =>
      fetchJson<RuleCount>('/api/rules/count', {
        method: 'POST',
        body: JSON.stringify({ snapshotId, rule }),
        headers: { 'content-type': 'application/json' },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
}

/** Segments that rules may ask about. */
export function ruleSegmentsQuery() {
  return queryOptions({
    queryKey: ['rules', 'segments'],
    queryFn: ({ signal }) => fetchJson<RuleSegment[]>('/api/rules/segments', { signal }),
  })
}
