import 'server-only'
import type { InputJsonValue } from '@prisma/client/runtime/client'
import type { Database, Transaction } from '@/lib/server/database'

export type ErasedSegmentation = {
  id: string
  old: string
  file: string
  leaving: { position: number; customers: number; revenue: number }[]
}
export type ErasedRecommender = {
  id: string
  old: { listsFile: string | null; modelFile: string | null }
  fresh: { listsFile?: string; modelFile?: string }
}
/** `insights` of a segmentation that quoted somebody. */
export type ErasedInsights = { id: string; insights: InputJsonValue }
export type ErasedSnapshot = { id: string; jobId: string; file: string | null }

export type ErasedResults = {
  segmentations: ErasedSegmentation[]
  insights: ErasedInsights[]
  recommenders: ErasedRecommender[]
  /** of the data as they were: nobody asks for them again */
  snapshots: ErasedSnapshot[]
}

/** The finished results of a workspace that hold people one by one. */
export async function listResults(database: Database, workspaceId: string) {
  const [segmentations, recommenders, snapshots] = await Promise.all([
    database.segmentation.findMany({
      where: { workspaceId, file: { not: null } },
      select: { id: true, file: true, insights: true },
    }),
    database.recommender.findMany({
      where: { workspaceId, listsFile: { not: null } },
      select: { id: true, listsFile: true, modelFile: true },
    }),
    database.featureSnapshot.findMany({
      where: { workspaceId, job: { status: { in: ['completed', 'failed', 'cancelled'] } } },
      select: { id: true, jobId: true, file: true },
    }),
  ])
  return { segmentations, recommenders, snapshots }
}

async function storeSegmentation(
  transaction: Transaction,
  workspaceId: string,
  { id, old, file, leaving }: ErasedSegmentation,
): Promise<void> {
  const where = { id, workspaceId, file: old }
  const sum = (of: 'customers' | 'revenue') => leaving.reduce((total, one) => total + one[of], 0)
  const { count } = await transaction.segmentation.updateMany({
    where,
    data: { file, customers: { decrement: sum('customers') }, revenue: { decrement: sum('revenue') } },
  })
  if (count === 0) return
  for (const { position, customers, revenue } of leaving) {
    await transaction.segment.updateMany({
      where: { segmentationId: id, position },
      data: { size: { decrement: customers }, revenue: { decrement: revenue } },
    })
  }
}

/** Puts results without the people in the place of those with them. */
export async function storeResults(
  transaction: Transaction,
  workspaceId: string,
  { segmentations, insights, recommenders, snapshots }: ErasedResults,
): Promise<void> {
  for (const one of segmentations) await storeSegmentation(transaction, workspaceId, one)
  for (const { id, insights: told } of insights) {
    await transaction.segmentation.updateMany({ where: { id, workspaceId }, data: { insights: told } })
  }
  for (const { id, old, fresh } of recommenders) {
    await transaction.recommender.updateMany({ where: { id, workspaceId, ...old }, data: fresh })
  }
  const ids = snapshots.map(({ id }) => id)
  await transaction.featureSnapshot.deleteMany({ where: { workspaceId, id: { in: ids } } })
  const jobs = snapshots.map(({ jobId }) => jobId)
  await transaction.job.deleteMany({ where: { workspaceId, id: { in: jobs } } })
}

/** Every uploaded file of a workspace that is still there, with its imports. */
export function listOriginals(database: Database, workspaceId: string) {
  return database.upload.findMany({
    where: { workspaceId, removedAt: null },
    select: {
      ...{ id: true, textFile: true, parentId: true, createdAt: true },
      imports: { select: { id: true, rowsRejected: true, textFile: true } },
    },
  })
}
export type Original = Awaited<ReturnType<typeof listOriginals>>[number]

/** Reports of imports; see withoutExamples. */
export function listReports(database: Pick<Database, 'import'>, workspaceId: string, ids: readonly string[]) {
  return database.import.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, report: true },
  })
}

export async function storeReport(
  transaction: Transaction,
  workspaceId: string,
  id: string,
  report: InputJsonValue,
): Promise<void> {
  await transaction.import.updateMany({ where: { id, workspaceId }, data: { report } })
}

/** Notes that originals were deleted; what was seen in them goes with them. */
export async function storeRemoved(
  transaction: Transaction,
  workspaceId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await transaction.upload.updateMany({
    where: { workspaceId, id: { in: [...ids] } },
    data: { removedAt: at, textFile: null, inspection: {} },
  })
  await transaction.import.updateMany({
    where: { workspaceId, uploadId: { in: [...ids] } },
    data: { textFile: null },
  })
}
