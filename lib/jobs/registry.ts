import 'server-only'
import { importJob } from '@/lib/data/import-job'
import { inspectionJob } from '@/lib/data/inspection-job'
import { erasureJob } from '@/lib/privacy/erasure-job'
import { retentionJob } from '@/lib/privacy/retention-job'
import { recommenderJob } from '@/lib/recommendations/recommender-job'
import { segmentationJob } from '@/lib/segments/segmentation-job'
import { snapshotJob } from '@/lib/segments/snapshot-job'
import type { JobContext, JobDefinition } from './definition'

type Handler<Payload> = (context: JobContext<Payload>) => Promise<void>
type RunnableJob = { kind: string; load: () => Promise<Handler<unknown>> }

/** A job whose handler checks its payload before it runs. */
function makeRunnable<Payload>({ kind, payload, load }: JobDefinition<Payload>): RunnableJob {
  const loadChecked = async (): Promise<Handler<unknown>> => {
    const handle = await load()
    return (context) => handle({ ...context, payload: payload.parse(context.payload) })
  }
  return { kind, load: loadChecked }
}

/** Every kind of job a worker can run. */
export const jobs: readonly RunnableJob[] = [
  makeRunnable(inspectionJob),
  makeRunnable(importJob),
  makeRunnable(segmentationJob),
  makeRunnable(snapshotJob),
  makeRunnable(recommenderJob),
  makeRunnable(erasureJob),
  makeRunnable(retentionJob),
]
