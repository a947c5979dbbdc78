import 'server-only'
import { open, stat } from 'node:fs/promises'
import { readJobError } from '@/lib/jobs/view'
import { forgetOriginal, namesErased } from '@/lib/privacy/forget-original'
import { seesPeople } from '@/lib/privacy/mask'
import { maskMark } from '@/lib/privacy/mask-mark'
import { choosePersonal } from '@/lib/privacy/personal-columns'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { datasetTables, findSoleBatch } from '@/lib/warehouse/dataset'
import type { OrderSums } from '@/lib/warehouse/order-sums'
import { rejectsPath } from '@/lib/warehouse/paths'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import { checkMapping } from './check-mapping'
import { headerSignature } from './header-signature'
import { summariseOrders } from './overview'
import { countTables, sumOrders } from './queries-overview'
import * as repository from './repository'
import {
  type DataOverview,
  type ImportDetail,
  type ImportStage,
  type ImportSummary,
  mappingSchema,
  reportSchema,
  type StartImport,
} from './schema'
import { findingsOf, requireOriginal } from './upload-service'

/** By the SQL that names every file of the dataset: the same files have the same sums. */
const rememberSums = createMemory<[Awaited<ReturnType<typeof countTables>>, OrderSums[]]>(50)
const historyLength = 200

/**
 * Reads an inspected file and says what importing it would do; nothing counts before confirmImport, but for what is said of
 * personal columns: it counts at once.
 */
export async function checkImport(
  member: Member,
  { uploadId, mapping, personal }: StartImport,
): Promise<repository.StartedImport> {
  requireRole(member, 'analyst')
  const upload = await requireOriginal(member, uploadId)
  const inspection = findingsOf(upload)
  if (!inspection) throw new AppError('notInspected')
  const { workspaceId, userId: createdBy } = member
  const checked = {
    ...{ workspaceId, uploadId, createdBy, textFile: upload.textFile, dialect: inspection.dialect },
    mapping: checkMapping(mapping, inspection.headers.length),
    signature: headerSignature(inspection.headers),
  }
  if (personal) await choosePersonal(member, { choices: personal })
  const [started] = await repository.createImports(await getDatabase(), [checked], false)
  return started as repository.StartedImport
}

async function requireImport(member: Member, importId: string): Promise<repository.ImportRow> {
  const found = await repository.findImport(await getDatabase(), member.workspaceId, importId)
  if (!found) throw new AppError('notFound')
  return found
}

/** The file of an import that left erased people out goes once it is decided: it still names them. */
async function forgetErased({ workspaceId }: Member, { report, uploadId }: repository.ImportRow) {
  if (!namesErased(reportSchema.safeParse(report).data)) return
  await forgetOriginal(await getDatabase(), readEnv().dataDir, workspaceId, uploadId)
}

/** Makes a checked import count: at once, or by the job whose id is returned when the data changed since it was checked. */
export async function confirmImport(
  member: Member,
  importId: string,
): Promise<{ importId: string; jobId: string | null }> {
  requireRole(member, 'analyst')
  const found = await requireImport(member, importId)
  if (found.stage !== 'checked' || found.job.status !== 'completed') throw new AppError('importDecided')
  const owner = { workspaceId: member.workspaceId, createdBy: member.userId }
  const jobId = await repository.confirmImport(await getDatabase(), found, owner)
  if (jobId === null) await forgetErased(member, found)
  return { importId, jobId }
}

const ownerOf = ({ workspaceId, userId }: Member, importId: string) => ({
  workspaceId,
  importId,
  createdBy: userId,
})

/** Forgets a checked import. */
export async function discardImport(member: Member, importId: string): Promise<null> {
  requireRole(member, 'analyst')
  const found = await requireImport(member, importId)
  await repository.discardImport(await getDatabase(), ownerOf(member, importId))
  await forgetErased(member, found)
  return null
}

/** Takes what an import brought out of the data again. */
export async function undoImport(member: Member, importId: string): Promise<null> {
  requireRole(member, 'analyst')
  await requireImport(member, importId)
  await repository.undoImport(await getDatabase(), ownerOf(member, importId))
  return null
}

function summarise(row: repository.ImportRow, names: Map<string, string>): ImportSummary {
  const { id, jobId, rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected } = row
  const mapping = mappingSchema.safeParse(row.mapping).data
  return {
    ...{ id, jobId, rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected },
    stage: row.stage as ImportStage,
    table: row.table as TableName,
    tables: mapping?.tables.map(({ table }) => table) ?? [row.table as TableName],
    fileName: row.upload.fileName,
    bytes: Number(row.upload.bytes),
    sha256: row.upload.sha256,
    state: row.job.status,
    error: readJobError(row.job),
    createdAt: row.createdAt.toISOString(),
    createdBy: names.get(row.createdBy ?? '') ?? null,
    importedAt: row.importedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    undoneBy: names.get(row.undoneBy ?? '') ?? null,
  }
}

/** The workspace's imports, the latest first. */
export async function listImports(member: Member): Promise<ImportSummary[]> {
  const database = await getDatabase()
  const rows = await repository.findImports(database, member.workspaceId, historyLength)
  const people = rows.flatMap(({ createdBy, undoneBy }) => [createdBy, undoneBy])
  const names = await repository.findMemberNames(database, member.workspaceId, people)
  return rows.map((row) => summarise(row, names))
}

/** One import with its mapping and, once read, its report, for viewers without cells of the file; throws AppError notFound. */
export async function getImport(member: Member, importId: string): Promise<ImportDetail> {
  const row = await requireImport(member, importId)
  const people = [row.createdBy, row.undoneBy]
  const names = await repository.findMemberNames(await getDatabase(), member.workspaceId, people)
  const report = reportSchema.safeParse(row.report).data ?? null
  if (!seesPeople(member))
    for (const entry of report?.rejected ?? []) if (entry.firstValue) entry.firstValue = maskMark
  return {
    ...summarise(row, names),
    uploadId: row.uploadId,
    // Imports of the first version say less; what they brought is in the data all the same.
    mapping: mappingSchema.safeParse(row.mapping).data ?? { tables: [], formats: {} },
    report,
  }
}

/** The file of an import's rejected rows, open for reading; throws AppError notFound when none were rejected. */
export async function openRejected(member: Member, importId: string) {
  requireRole(member, 'analyst')
  const { fileName, rowsRejected } = await getImport(member, importId)
  if (!rowsRejected) throw new AppError('notFound')
  const path = rejectsPath(readEnv().dataDir, importId)
  const bytes = (await stat(path)).size
  return { fileName, bytes, file: await open(path) }
}

/** The brand's tables and orders at a glance. */
export async function getDataOverview(member: Member): Promise<DataOverview> {
  const database = await getDatabase()
  const warehouse = await getWarehouse()
  const [batches, imports] = await Promise.all([
    listBatches(database, member.workspaceId),
    repository.countImports(database, member.workspaceId),
  ])
  const tables = datasetTables(readEnv().dataDir, batches)
  const [counts, sums] = await rememberSums(tables, async () => {
    const sole = findSoleBatch(batches, 'orders')
    const known = sole && (await repository.findOrderSums(database, member.workspaceId, sole.file))
    return Promise.all([countTables(warehouse, tables), known ?? sumOrders(warehouse, tables)])
  })
  return {
    tables: tableNames.map((table) => ({
      table,
      rows: counts.find((count) => count.table === table)?.rows ?? 0,
      imports: imports.get(table) ?? 0,
    })),
    orders: summariseOrders(sums),
  }
}
