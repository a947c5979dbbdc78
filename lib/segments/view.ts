import { readJobError } from '@/lib/jobs/view'
import type { findSegmentation, listSegmentations } from './repository'
import { rfmResultSchema } from './rfm-result-schema'
import { ruleResultSchema } from './rule-result-schema'
import {
  type PendingSegmentation,
  personaSchema,
  profileSchema,
  resultSchema,
  type SegmentationSummary,
  type SegmentationView,
  type SegmentView,
  suggestionSchema,
} from './schema'
import { createSegmentationSchema } from './settings-schema'

type StoredSummary = Awaited<ReturnType<typeof listSegmentations>>[number]
type Stored = Awaited<ReturnType<typeof findSegmentation>>

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

export function viewSummary(stored: StoredSummary): SegmentationSummary {
  const { id, jobId, name, asOf, job, customers, createdAt, _count } = stored
  return {
    id,
    jobId,
    kind: stored.kind as SegmentationSummary['kind'],
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
  const { id, position, color, name, persona, suggestion, size, revenue, profile } = stored
  return {
    id,
    position,
    color: color ?? position,
    name,
    persona: personaSchema.parse(persona ?? { summary: '', actions: [] }),
    suggestion: suggestionSchema.parse(suggestion),
    size,
    revenue,
    profile: profileSchema.parse(profile),
    hiddenUnder: null,
  }
}

export function viewSegmentation(stored: Stored): SegmentationView | PendingSegmentation {
  const { state, ...summary } = viewSummary(stored)
  if (state !== 'completed') return { ...summary, state }
  const completed = {
    ...summary,
    state,
    revenue: stored.revenue ?? 0,
    segments: stored.segments.map(viewSegment),
  }
  const settings = createSegmentationSchema.parse(stored.settings)
  switch (settings.kind) {
    case 'rfm':
      return { ...completed, kind: 'rfm', settings, result: rfmResultSchema.parse(stored.result) }
    case 'audience':
      return { ...completed, kind: 'audience', settings, result: ruleResultSchema.parse(stored.result) }
    case 'rule':
      return { ...completed, kind: 'rule', settings, result: ruleResultSchema.parse(stored.result) }
    default:
      return { ...completed, kind: settings.kind, settings, result: resultSchema.parse(stored.result) }
  }
}
