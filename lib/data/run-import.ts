import 'server-only'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobContext } from '@/lib/jobs/definition'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { uploadPath, warehousePath } from '@/lib/warehouse/paths'
import { importFile } from './import-file'
import type { ImportPayload } from './import-job'
import { findImport, storeImported } from './repository'
import { mappingSchema } from './schema'

/** The handler of the import job. */
export async function runImport(context: JobContext<ImportPayload>): Promise<void> {
  const { database, dataDir, workspaceId, jobId, payload, progress } = context
  const found = await findImport(database, workspaceId, payload.importId)
  if (!found) throw new AppError('notFound')
  const mapping = mappingSchema.parse(found.mapping)
  const result = await importFile({
    warehouse: await getWarehouse(),
    dataDir,
    importId: found.id,
    source: uploadPath(dataDir, found.uploadId),
    mapping,
    folder: join(dataDir, 'tmp', jobId),
    progress,
  })
  const owner = { workspaceId, importId: found.id, table: mapping.table, createdBy: found.createdBy }
  try {
    await context.commit((transaction) => storeImported(transaction, owner, result))
  } catch (error) {
    if (result.batch) await rm(warehousePath(dataDir, result.batch.file), { force: true })
    throw error
  }
}
