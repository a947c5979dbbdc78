import 'server-only'
import { enqueueJob } from '@/lib/jobs/queue'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import type { ReadOptions, StoredInspection } from './schema'

export type NewUpload = {
  id: string
  workspaceId: string
  fileName: string
  bytes: number
  sha256: string
  createdBy: string | null
  parentId?: string
}

async function enqueueInspection(
  transaction: Transaction,
  { id, workspaceId, createdBy }: Pick<NewUpload, 'id' | 'workspaceId' | 'createdBy'>,
): Promise<string> {
  const job = await enqueueJob(transaction, {
    workspaceId,
    kind: 'inspection',
    payload: { uploadId: id },
    ...(createdBy ? { createdBy } : {}),
  })
  return job.id
}

async function addUpload(transaction: Transaction, upload: NewUpload, inspect: boolean): Promise<void> {
  const jobId = inspect ? await enqueueInspection(transaction, upload) : null
  await transaction.upload.create({ data: { ...upload, bytes: BigInt(upload.bytes), jobId } })
  await recordEvent(transaction, {
    workspaceId: upload.workspaceId,
    actorId: upload.createdBy,
    action: 'upload.create',
    objectId: upload.id,
  })
}

/** Stores an upload together with who brought it and, with `inspect`, the job that inspects it. */
export function createUpload(database: Database, upload: NewUpload, inspect: boolean): Promise<void> {
  return database.$transaction((transaction) => addUpload(transaction, upload, inspect))
}

const partColumns = {
  id: true,
  fileName: true,
  bytes: true,
  job: { select: { status: true } },
  imports: { where: { stage: 'imported', job: { status: 'completed' } }, select: { id: true }, take: 1 },
} as const

export function findUpload(database: Database, workspaceId: string, id: string) {
  return database.upload.findFirst({
    where: { id, workspaceId },
    include: {
      job: { select: { id: true, status: true, errorCode: true, errorParams: true } },
      parent: { select: { id: true, fileName: true } },
      parts: { select: partColumns, orderBy: { fileName: 'asc' } },
    },
  })
}
export type UploadRow = NonNullable<Awaited<ReturnType<typeof findUpload>>>

/** Has an upload inspected (again) as its user says; returns the job. */
export function inspectAgain(
  database: Database,
  upload: Pick<NewUpload, 'id' | 'workspaceId' | 'createdBy'>,
  options: ReadOptions,
): Promise<string> {
  return database.$transaction(async (transaction) => {
    const jobId = await enqueueInspection(transaction, upload)
    await transaction.upload.updateMany({
      where: { id: upload.id, workspaceId: upload.workspaceId },
      data: { jobId, options },
    })
    return jobId
  })
}

/** Stores what an inspection found, and the file of its text where that is another one than the upload. */
export async function storeInspection(
  transaction: Transaction | Database,
  { id, workspaceId }: Pick<NewUpload, 'id' | 'workspaceId'>,
  inspection: StoredInspection,
  textFile: string | null,
): Promise<void> {
  await transaction.upload.updateMany({ where: { id, workspaceId }, data: { inspection, textFile } })
}

/** Stores the files that an archive or workbook holds, each with a job that inspects it. */
export async function storeParts(transaction: Transaction, parts: NewUpload[]): Promise<void> {
  for (const part of parts) await addUpload(transaction, part, true)
}

/** The mapping last used in a workspace for files with the same header; null when there is none. */
export async function findKnownMapping(database: Database, workspaceId: string, signature: string) {
  const where = { workspaceId_signature: { workspaceId, signature } }
  return (await database.knownHeader.findUnique({ where, select: { mapping: true } }))?.mapping ?? null
}
