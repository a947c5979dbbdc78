import 'server-only'
import { readJobError } from '@/lib/jobs/view'
import { readPersonalChoices } from '@/lib/privacy/personal-columns'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { AppError } from '@/lib/shared/errors'
import { cleanFileName, receiveUpload } from './receive-upload'
import { findSameContent } from './repository'
import { createUpload, findUpload, inspectAgain, type UploadRow } from './repository-uploads'
import {
  type Inspection,
  type InspectionResult,
  type ReadOptions,
  readOptionsSchema,
  type StoredInspection,
} from './schema'

/** Takes in a file as a stream; nothing is kept unless all of it arrives. With `inspect` a job looks into it. */
export async function storeUpload(
  member: Member,
  name: string,
  body: AsyncIterable<Uint8Array>,
  expected: number | null,
  inspect = true,
): Promise<{ uploadId: string }> {
  requireRole(member, 'analyst')
  const { dataDir, maxUploadBytes } = readEnv()
  const file = await receiveUpload(dataDir, body, { most: maxUploadBytes, expected })
  const { workspaceId, userId } = member
  const fileName = cleanFileName(name)
  await createUpload(await getDatabase(), { ...file, workspaceId, fileName, createdBy: userId }, inspect)
  return { uploadId: file.id }
}

/** An upload of the member's workspace; throws AppError notFound. */
export async function requireUpload(member: Member, uploadId: string): Promise<UploadRow> {
  const upload = await findUpload(await getDatabase(), member.workspaceId, uploadId)
  if (!upload) throw new AppError('notFound')
  return upload
}

/** The same, whose file is still there; throws AppError originalRemoved. */
export async function requireOriginal(member: Member, uploadId: string): Promise<UploadRow> {
  const upload = await requireUpload(member, uploadId)
  if (upload.removedAt) throw new AppError('originalRemoved')
  return upload
}

/** What an inspection found of an upload that is one table; null before, and for an archive of several. */
export function findingsOf({ inspection }: Pick<UploadRow, 'inspection'>): InspectionResult | null {
  const stored = inspection as StoredInspection | null
  return stored?.dialect ? (stored as InspectionResult) : null
}

/**
 * What is known of an uploaded file, with cells of it; one that was never looked into is looked into now. Throws AppError
 * forbidden or notFound.
 */
export async function getInspection(member: Member, uploadId: string): Promise<Inspection> {
  requireRole(member, 'analyst')
  const upload = await requireUpload(member, uploadId)
  const database = await getDatabase()
  const { workspaceId } = member
  const before = await findSameContent(database, workspaceId, upload.sha256)
  const options = readOptionsSchema.parse(upload.options)
  const removed = {
    id: upload.job?.id ?? '',
    status: 'failed' as const,
    errorCode: 'originalRemoved',
    errorParams: null,
  }
  const job = upload.removedAt
    ? removed
    : (upload.job ?? {
        id: await inspectAgain(database, { id: uploadId, workspaceId, createdBy: member.userId }, options),
        status: 'queued' as const,
        errorCode: null,
        errorParams: null,
      })
  const { parent } = upload
  return {
    uploadId,
    fileName: upload.fileName,
    bytes: Number(upload.bytes),
    sha256: upload.sha256,
    jobId: job.id,
    state: job.status,
    error: readJobError(job),
    options,
    result: job.status === 'completed' ? findingsOf(upload) : null,
    parts: upload.parts.map(({ id, fileName, bytes, job: inspection, imports }) => ({
      uploadId: id,
      fileName,
      bytes: Number(bytes),
      state: inspection?.status ?? 'queued',
      imported: imports.length > 0,
    })),
    skipped: (upload.inspection as StoredInspection | null)?.skipped ?? [],
    parent: parent && { uploadId: parent.id, fileName: parent.fileName },
    personal: await readPersonalChoices(member),
    importedBefore: before && { importId: before.id, at: before.createdAt.toISOString() },
  }
}

/** Has a file read as its user says: in another encoding, with another delimiter, from another line on. */
export async function reinspectUpload(
  member: Member,
  uploadId: string,
  options: ReadOptions,
): Promise<{ jobId: string }> {
  requireRole(member, 'analyst')
  await requireOriginal(member, uploadId)
  const { workspaceId, userId } = member
  const upload = { id: uploadId, workspaceId, createdBy: userId }
  return { jobId: await inspectAgain(await getDatabase(), upload, options) }
}
