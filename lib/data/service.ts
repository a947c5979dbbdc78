import 'server-only'
import { open, stat } from 'node:fs/promises'
import { missingFields, tableFields } from '@/lib/csv/fields'
import { guessMapping } from '@/lib/csv/guess-mapping'
import { readJobError } from '@/lib/jobs/view'
import { type Member, requireRole } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { datasetTables } from '@/lib/warehouse/dataset'
import { rejectsPath, uploadPath } from '@/lib/warehouse/paths'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import { summariseOrders } from './overview'
import { countTables, type PeriodRow, sumOrders } from './queries-overview'
import { readHead } from './read-head'
import { cleanFileName, receiveUpload } from './receive-upload'
import * as repository from './repository'
import {
  type DataOverview,
  type ImportDetail,
  type ImportSummary,
  type Inspection,
  type Mapping,
  mappingSchema,
  reportSchema,
  type StartImport,
} from './schema'

const sampleRecords = 50
/** By the SQL that names every file of the dataset: the same files have the same sums. */
const rememberSums = createMemory<[Awaited<ReturnType<typeof countTables>>, PeriodRow[]]>(50)
const historyLength = 200

/** Takes in a file as a stream; nothing is kept unless all of it arrives. */
export async function storeUpload(
  member: Member,
  name: string,
  body: AsyncIterable<Uint8Array>,
  expected: number | null,
): Promise<{ uploadId: string }> {
  requireRole(member, 'analyst')
  const { dataDir, maxUploadBytes } = readEnv()
  const file = await receiveUpload(dataDir, body, { most: maxUploadBytes, expected })
  await repository.createUpload(await getDatabase(), {
    ...file,
    workspaceId: member.workspaceId,
    fileName: cleanFileName(name),
    createdBy: member.userId,
  })
  return { uploadId: file.id }
}

async function requireUpload(member: Member, uploadId: string) {
  const upload = await repository.findUpload(await getDatabase(), member.workspaceId, uploadId)
  if (!upload) throw new AppError('notFound')
  return { ...upload, head: await readHead(uploadPath(readEnv().dataDir, upload.id)) }
}

/** What an uploaded file holds and how it could be imported; throws an AppError when it is no CSV text. */
export async function inspectUpload(member: Member, uploadId: string): Promise<Inspection> {
  const { head, ...upload } = await requireUpload(member, uploadId)
  const database = await getDatabase()
  const before = await repository.findSameContent(database, member.workspaceId, upload.sha256)
  return {
    uploadId: upload.id,
    fileName: upload.fileName,
    bytes: Number(upload.bytes),
    delimiter: head.delimiter,
    headers: head.headers,
    sample: head.records.slice(0, sampleRecords),
    guess: guessMapping(head.headers, head.records),
    importedBefore: before && { importId: before.id, at: before.createdAt.toISOString() },
  }
}

/** The mapping as it will be applied; throws an AppError when the file or the table has no such columns. */
function checkMapping(mapping: Mapping, headers: readonly string[]): Mapping {
  const known = new Set(tableFields[mapping.table].map(({ field }) => field))
  const entries = Object.entries(mapping.columns)
  const positions = [...entries.map(([, column]) => column), ...(mapping.attributes ?? [])]
  const valid =
    entries.every(([field]) => known.has(field)) && positions.every((column) => column < headers.length)
  if (!valid) throw new AppError('mappingInvalid')
  if (new Set(Object.values(mapping.columns)).size < entries.length) throw new AppError('columnUsedTwice')
  const missing = missingFields(mapping)
  if (missing.length > 0) throw new AppError('fieldsMissing', { fields: missing.join(', ') })
  return mapping
}

/** Starts the import of an uploaded file as a job. */
export async function startImport(
  member: Member,
  { uploadId, mapping }: StartImport,
): Promise<repository.StartedImport> {
  requireRole(member, 'analyst')
  const { head } = await requireUpload(member, uploadId)
  const [started] = await repository.createImports(await getDatabase(), [
    {
      workspaceId: member.workspaceId,
      uploadId,
      mapping: checkMapping(mapping, head.headers),
      createdBy: member.userId,
    },
  ])
  return started as repository.StartedImport
}

function summarise(row: repository.ImportRow, names: Map<string, string>): ImportSummary {
  const { id, jobId, rowsRead, rowsAccepted, rowsRejected } = row
  return {
    id,
    jobId,
    table: row.table as TableName,
    fileName: row.upload.fileName,
    bytes: Number(row.upload.bytes),
    state: row.job.status,
    error: readJobError(row.job),
    rowsRead,
    rowsAccepted,
    rowsRejected,
    createdAt: row.createdAt.toISOString(),
    createdBy: names.get(row.createdBy ?? '') ?? null,
  }
}

/** The workspace's imports, the latest first. */
export async function listImports(member: Member): Promise<ImportSummary[]> {
  const database = await getDatabase()
  const rows = await repository.findImports(database, member.workspaceId, historyLength)
  const names = await repository.findMemberNames(
    database,
    member.workspaceId,
    rows.map(({ createdBy }) => createdBy),
  )
  return rows.map((row) => summarise(row, names))
}

/** One import with its mapping and, once completed, its report; throws AppError notFound. */
export async function getImport(member: Member, importId: string): Promise<ImportDetail> {
  const database = await getDatabase()
  const row = await repository.findImport(database, member.workspaceId, importId)
  if (!row) throw new AppError('notFound')
  const names = await repository.findMemberNames(database, member.workspaceId, [row.createdBy])
  return {
    ...summarise(row, names),
    uploadId: row.uploadId,
    mapping: mappingSchema.parse(row.mapping),
    report: row.report === null ? null : reportSchema.parse(row.report),
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
  const [counts, periods] = await rememberSums(tables, () =>
    Promise.all([countTables(warehouse, tables), sumOrders(warehouse, tables)]),
  )
  return {
    tables: tableNames.map((table) => ({
      table,
      rows: counts.find((count) => count.table === table)?.rows ?? 0,
      imports: imports.get(table) ?? 0,
    })),
    orders: summariseOrders(periods),
  }
}
