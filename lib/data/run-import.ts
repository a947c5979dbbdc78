import 'server-only'
import type { Dialect } from '@/lib/csv/dialect'
import type { JobContext } from '@/lib/jobs/definition'
import { jobFolder } from '@/lib/jobs/job-folder'
import { removeUnnamed } from '@/lib/jobs/named-files'
import { forgetOriginal, namesErased } from '@/lib/privacy/forget-original'
import { readErased } from '@/lib/privacy/repository-erasures'
import { listBatches } from '@/lib/server/batches'
import { readDataVersion, StaleDatasetError } from '@/lib/server/dataset-version'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { checkMapping } from './check-mapping'
import { importFile } from './import-file'
import type { ImportPayload } from './import-job'
import { readHead } from './read-head'
import { loadRejectWords } from './reject-words'
import { findImport, readLanguage, storeImported } from './repository'
import { mappingSchema } from './schema'
import { sourcePath } from './source-path'

/** How often an import is read anew because others changed the dataset while it was read. */
const mostTries = 20

/** The handler of the import job. */
export async function runImport(context: JobContext<ImportPayload>): Promise<void> {
  const { database, dataDir, workspaceId, jobId, payload, progress } = context
  const found = await findImport(database, workspaceId, payload.importId)
  if (!found) throw new AppError('notFound')
  if (found.upload.removedAt) throw new AppError('originalRemoved')
  const source = sourcePath(dataDir, found.uploadId, found.textFile)
  const known = found.dialect as Dialect | null
  const head = await readHead(source, known ?? {})
  const mapping = checkMapping(mappingSchema.parse(found.mapping), head.headers.length)
  const words = await loadRejectWords(await readLanguage(database, workspaceId))
  for (let tries = 1; ; tries++) {
    const version = await readDataVersion(database, workspaceId)
    const result = await importFile({
      warehouse: await getWarehouse(),
      dataDir,
      importId: found.id,
      fileName: found.upload.fileName,
      source,
      dialect: known ?? head.dialect,
      headers: head.headers,
      mapping,
      batches: await listBatches(database, workspaceId),
      erased: await readErased(database, dataDir, workspaceId),
      words,
      folder: jobFolder(dataDir, jobId),
      progress,
    })
    const owner = { workspaceId, importId: found.id, createdBy: found.createdBy }
    try {
      await context.commit((transaction) =>
        storeImported(transaction, owner, result, version, payload.commit),
      )
      if (payload.commit && namesErased(result.report)) {
        await forgetOriginal(database, dataDir, workspaceId, found.uploadId)
      }
      return
    } catch (error) {
      await removeUnnamed(
        database,
        dataDir,
        result.staged.map(({ file }) => file),
      )
      if (!(error instanceof StaleDatasetError) || tries === mostTries) throw error
    }
  }
}
