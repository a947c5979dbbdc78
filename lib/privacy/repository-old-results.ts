import 'server-only'
import type { Database, Transaction } from '@/lib/server/database'

const ended = { status: { in: ['completed' as const, 'failed' as const, 'cancelled' as const] } }

export type OldResults = {
  segmentations: string[]
  recommenders: string[]
  snapshots: string[]
  jobs: string[]
  /** under the warehouse */
  files: string[]
}

/** Segmentations, recommenders and feature snapshots that were begun before a moment and have ended. */
export async function listOldResults(
  database: Database,
  workspaceId: string,
  before: Date,
): Promise<OldResults> {
  const where = { workspaceId, createdAt: { lt: before }, job: ended }
  const [segmentations, recommenders, snapshots] = await Promise.all([
    database.segmentation.findMany({ where, select: { id: true, jobId: true, file: true } }),
    database.recommender.findMany({
      where,
      select: { id: true, jobId: true, listsFile: true, productsFile: true, modelFile: true },
    }),
    database.featureSnapshot.findMany({ where, select: { id: true, jobId: true, file: true } }),
  ])
  const files = [
    ...[...segmentations, ...snapshots].map(({ file }) => file),
    ...recommenders.flatMap((one) => [one.listsFile, one.productsFile, one.modelFile]),
  ]
  return {
    segmentations: segmentations.map(({ id }) => id),
    recommenders: recommenders.map(({ id }) => id),
    snapshots: snapshots.map(({ id }) => id),
    jobs: [...segmentations, ...recommenders, ...snapshots].map(({ jobId }) => jobId),
    files: files.flatMap((file) => file ?? []),
  }
}

export const countResults = ({ segmentations, recommenders, snapshots }: OldResults): number =>
  segmentations.length + recommenders.length + snapshots.length

export async function deleteResults(
  transaction: Transaction,
  workspaceId: string,
  { segmentations, recommenders, snapshots, jobs }: OldResults,
): Promise<void> {
  await transaction.segmentation.deleteMany({ where: { workspaceId, id: { in: segmentations } } })
  await transaction.recommender.deleteMany({ where: { workspaceId, id: { in: recommenders } } })
  await transaction.featureSnapshot.deleteMany({ where: { workspaceId, id: { in: snapshots } } })
  await transaction.job.deleteMany({ where: { workspaceId, id: { in: jobs } } })
}
