import { readJobError } from '@/lib/jobs/view'
import type { findRecommender } from './repository'
import { recommenderResultSchema } from './result-schema'
import type { PendingRecommender, RecommenderSummary, RecommenderView } from './schema'
import { createRecommenderSchema } from './settings-schema'

type Stored = Awaited<ReturnType<typeof findRecommender>>

export function viewSummary({
  id,
  jobId,
  name,
  asOf,
  job,
  customers,
  products,
  result,
  createdAt,
}: Stored): RecommenderSummary {
  const found = result === null ? null : recommenderResultSchema.parse(result)
  return {
    id,
    jobId,
    name,
    asOf: asOf.toISOString().slice(0, 10),
    state: job.status,
    error: readJobError(job),
    customers,
    products,
    chosen: found?.chosen ?? null,
    gain: found?.enough
      ? (found.strategies.find(({ strategy }) => strategy === found.chosen)?.gain ?? null)
      : null,
    createdAt: createdAt.toISOString(),
  }
}

/** `others`: all recommenders of the workspace, to find the training before this one. */
export function viewRecommender(
  stored: Stored,
  others: readonly Stored[],
): RecommenderView | PendingRecommender {
  const { state, ...summary } = viewSummary(stored)
  if (state !== 'completed') return { ...summary, state }
  const before = others
    .filter(
      ({ name, createdAt, result }) =>
        name === stored.name && result !== null && createdAt < stored.createdAt,
    )
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0]
  return {
    ...summary,
    state,
    settings: createRecommenderSchema.parse(stored.settings),
    result: recommenderResultSchema.parse(stored.result),
    previous: before ? viewSummary(before) : null,
  }
}
