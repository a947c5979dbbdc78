import 'server-only'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { JobContext } from '@/lib/jobs/definition'
import { jobFolder } from '@/lib/jobs/job-folder'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { textPath, uploadPath } from '@/lib/warehouse/paths'
import { publishFile } from '@/lib/warehouse/publish'
import { hasAlignedColumns, writeWithTabs } from './align-columns'
import { decodeFile, judgeEncoding } from './decode-file'
import { inspectText } from './inspect-text'
import type { InspectionPayload } from './inspection-job'
import { cleanFileName } from './receive-upload'
import {
  findKnownMapping,
  findUpload,
  type NewUpload,
  storeInspection,
  storeParts,
} from './repository-uploads'
import { type InspectionResult, mappingSchema, type ReadOptions, readOptionsSchema } from './schema'
import { detectContainer } from './unpack/detect-container'
import type { Part } from './unpack/part-writer'
import { groupSkipped, type SkippedGroup } from './unpack/skipped'
import { unpackUpload } from './unpack/unpack-upload'

type Context = JobContext<InspectionPayload>

/** The files in an archive or workbook become uploads of their own. */
async function publishParts(
  { dataDir, workspaceId }: Context,
  parent: { id: string; createdBy: string | null },
  parts: readonly Part[],
): Promise<NewUpload[]> {
  const uploads: NewUpload[] = []
  for (const { name, path, bytes, sha256 } of parts) {
    const id = crypto.randomUUID()
    await publishFile(path, uploadPath(dataDir, id))
    const { id: parentId, createdBy } = parent
    uploads.push({ id, workspaceId, fileName: cleanFileName(name), bytes, sha256, createdBy, parentId })
  }
  return uploads
}

async function publishText(
  { dataDir, payload }: Context,
  write: (temporary: string) => Promise<unknown>,
): Promise<string> {
  const textFile = `${payload.uploadId}-${crypto.randomUUID()}.csv`
  const final = textPath(dataDir, textFile)
  await mkdir(dirname(final), { recursive: true })
  const temporary = join(dirname(final), `.${textFile}.part`)
  try {
    await write(temporary)
    await publishFile(temporary, final)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return textFile
}

/** The file's text in UTF-8, as a file of its own where `source` is not that already, and how it is encoded. */
async function readAsUtf8(
  context: Context,
  source: string,
  unpacked: boolean,
  { encoding: chosen }: ReadOptions,
): Promise<{ textFile: string | null; encoding: InspectionResult['encoding'] }> {
  const total = (await stat(source)).size
  const tell = (done: number) => context.progress({ phase: 'decoding', done, total })
  const { name, evidence, confidence, alternatives } = await judgeEncoding(source, tell)
  const others = [name, ...alternatives].filter((other) => other !== chosen)
  const encoding: InspectionResult['encoding'] = chosen
    ? { name: chosen, evidence: 'chosen', confidence: 1, alternatives: others }
    : { name, evidence, confidence, alternatives }
  if (encoding.name !== 'utf-8') {
    return {
      encoding,
      textFile: await publishText(context, (target) => decodeFile(source, target, encoding.name, tell)),
    }
  }
  if (await hasAlignedColumns(source)) {
    return { encoding, textFile: await publishText(context, (target) => writeWithTabs(source, target)) }
  }
  const textFile = unpacked ? await publishText(context, (target) => rename(source, target)) : null
  return { encoding, textFile }
}

/** The handler of the inspection job. */
export async function runInspection(context: Context): Promise<void> {
  const { database, dataDir, workspaceId, jobId, payload, progress } = context
  const upload = await findUpload(database, workspaceId, payload.uploadId)
  if (!upload) throw new AppError('notFound')
  if (upload.removedAt) throw new AppError('originalRemoved')
  if (upload.parts.length > 0) return context.commit(async () => {})
  const options = readOptionsSchema.parse(upload.options)
  const folder = jobFolder(dataDir, jobId)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    let source = uploadPath(dataDir, upload.id)
    let left: SkippedGroup[] = []
    const container = await detectContainer(source)
    if (container !== 'text') {
      const total = (await stat(source)).size
      const { parts, skipped } = await unpackUpload(source, {
        container,
        fileName: upload.fileName,
        folder,
        most: readEnv().maxUploadBytes,
        onBytes: (done) => progress({ phase: 'unpacking', done: Math.min(done, total), total }),
      })
      const [first, ...others] = parts
      left = groupSkipped(skipped)
      if (!first) {
        // The job fails, and its user still sees what is in the file.
        await storeInspection(database, upload, { skipped: left }, null)
        throw new AppError('archiveEmpty', { name: upload.fileName, skipped: skipped.length })
      }
      if (others.length > 0) {
        const uploads = await publishParts(context, upload, parts)
        return await context.commit(async (transaction) => {
          await storeInspection(transaction, upload, { skipped: left }, null)
          await storeParts(transaction, uploads)
        })
      }
      source = first.path
    }
    const { textFile, encoding } = await readAsUtf8(context, source, container !== 'text', options)
    const found = await inspectText({
      warehouse: await getWarehouse(),
      source: textFile === null ? source : textPath(dataDir, textFile),
      folder,
      options,
      known: async (signature) => {
        const mapping = await findKnownMapping(database, workspaceId, signature)
        return mappingSchema.safeParse(mapping).data ?? null
      },
      progress,
    })
    await context.commit((transaction) =>
      storeInspection(transaction, upload, { encoding, ...found, skipped: left }, textFile),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
