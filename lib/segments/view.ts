import { readJobError } from '@/lib/jobs/view'
import type { findSegmentation, listSegmentations } from './repository'
import {
  createSegmentationSchema,
  type PendingSegmentation,
  profileSchema,
  resultSchema,
  type SegmentationSummary,
  type SegmentationView,
  type SegmentView,
  suggestionSchema,
} from './schema'

type StoredSummary = Awaited<ReturnType<typeof listSegmentations>>[number]
type Stored = Awaited<ReturnType<typeof findSegmentation>>

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

export function viewSummary(stored: StoredSummary): SegmentationSummary {
  const { id, jobId, name, asOf, job, customers, createdAt, _count } = stored
  return {
    id,
    jobId,
    name,
    asOf: isoDay(asOf),
    state: job.status,
    error: readJobError(job),
    k: _count.segments || null,
    customers,
    createdAt: createdAt.toISOString(),
  }
}

export function viewSegment(stored: Stored['segments'][number]): SegmentView {
  const { id, position, name, suggestion, size, revenue, profile } = stored
  return {
    id,
    position,
    name,
    suggestion: suggestionSchema.parse(suggestion),
    size,
    revenue,
    profile: profileSchema.parse(profile),
  }
}

export function viewSegmentation(stored: Stored): SegmentationView | PendingSegmentation {
  const { state, ...summary } = viewSummary(stored)
  if (state !== 'completed') return { ...summary, state }
  return {
    ...summary,
    state,
    settings: createSegmentationSchema.parse(stored.settings),
    revenue: stored.revenue ?? 0,
    result: resultSchema.parse(stored.result),
    segments: stored.segments.map(viewSegment),
  }
}
