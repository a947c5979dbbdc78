import 'server-only'
import type { Dialect } from '@/lib/csv/dialect'
import type { Mapping } from '@/lib/csv/mapping'
import { enqueueJob } from '@/lib/jobs/queue'
import { recordEvent } from '@/lib/server/audit'
import type { Database, Transaction } from '@/lib/server/database'
import { advanceDataset, holdDataset, readDataVersion, StaleDatasetError } from '@/lib/server/dataset-version'
import { AppError } from '@/lib/shared/errors'
import { type OrderSums, orderSumsSchema } from '@/lib/warehouse/order-sums'
import type { ImportResult } from './import-file'

export type NewImport = {
  workspaceId: string
  uploadId: string
  mapping: Mapping
  /** How the upload is read; told from the file when null. */
  dialect: Dialect | null
  textFile: string | null
  createdBy: string
  /** Under which the mapping is remembered for the next file with the same header. */
  signature: string | null
}
export type StartedImport = { importId: string; jobId: string }

function rememberMapping(transaction: Transaction, workspaceId: string, signature: string, mapping: Mapping) {
  return transaction.knownHeader.upsert({
    where: { workspaceId_signature: { workspaceId, signature } },
    create: { workspaceId, signature, mapping },
    update: { mapping },
  })
}

/** Creates imports and their jobs, all or none; the jobs run in the order given. `commit`: they count once read. */
export function createImports(
  database: Database,
  imports: NewImport[],
  commit: boolean,
): Promise<StartedImport[]> {
  return database.$transaction(async (transaction) => {
    const started: StartedImport[] = []
    for (const { signature, dialect, ...data } of imports) {
      const { workspaceId, createdBy, mapping } = data
      const id = crypto.randomUUID()
      const payload = { importId: id, commit }
      const job = await enqueueJob(transaction, { workspaceId, kind: 'import', payload, createdBy })
      const table = mapping.tables[0]?.table ?? ''
      await transaction.import.create({
        data: { ...data, id, stage: 'checked', table, jobId: job.id, ...(dialect ? { dialect } : {}) },
      })
      if (signature) await rememberMapping(transaction, workspaceId, signature, mapping)
      const event = { workspaceId, actorId: createdBy, action: 'import.start', objectId: id }
      await recordEvent(transaction, { ...event, outcome: 'started' })
      started.push({ importId: id, jobId: job.id })
    }
    return started
  })
}

const importColumns = {
  id: true,
  jobId: true,
  uploadId: true,
  stage: true,
  table: true,
  mapping: true,
  dialect: true,
  textFile: true,
  rowsRead: true,
  rowsAccepted: true,
  rowsCreated: true,
  rowsUpdated: true,
  rowsUnchanged: true,
  rowsRejected: true,
  report: true,
  dataVersion: true,
  createdAt: true,
  createdBy: true,
  importedAt: true,
  undoneAt: true,
  undoneBy: true,
  upload: { select: { fileName: true, bytes: true, sha256: true, removedAt: true } },
  job: { select: { status: true, errorCode: true, errorParams: true } },
} as const

export function findImport(database: Database, workspaceId: string, id: string) {
  return database.import.findFirst({ where: { id, workspaceId }, select: importColumns })
}
export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** The latest imports first. */
export function findImports(database: Database, workspaceId: string, take: number): Promise<ImportRow[]> {
  return database.import.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select: importColumns,
  })
}

/** The last import of a file of the same content that counts. */
export function findSameContent(database: Database, workspaceId: string, sha256: string) {
  return database.import.findFirst({
    where: { workspaceId, upload: { sha256 }, stage: 'imported', job: { status: 'completed' } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true },
  })
}

/** Names by user id, of those who are members of the workspace. */
export async function findMemberNames(
  database: Database,
  workspaceId: string,
  userIds: (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(userIds.filter((id) => id !== null))]
  const members = await database.member.findMany({
    where: { workspaceId, userId: { in: wanted } },
    select: { userId: true, user: { select: { name: true } } },
  })
  return new Map(members.map(({ userId, user }) => [userId, user.name]))
}

/** Imports with a visible batch, by table. */
export async function countImports(database: Database, workspaceId: string): Promise<Map<string, number>> {
  const groups = await database.batch.groupBy({
    by: ['table'],
    where: { workspaceId, visible: true },
    _count: { importId: true },
  })
  return new Map(groups.map(({ table, _count }) => [table, _count.importId]))
}

/** What the order lines in a batch's file come to, as it was stored with it; null when it is not known in this form. */
export async function findOrderSums(
  database: Database,
  workspaceId: string,
  file: string,
): Promise<OrderSums[] | null> {
  const found = await database.batch.findFirst({
    where: { file, workspaceId },
    select: { sums: true },
  })
  return orderSumsSchema.safeParse(found?.sums).data ?? null
}

/** The language a workspace's files are written in. */
export async function readLanguage(database: Database, workspaceId: string): Promise<string> {
  const found = await database.workspace.findUnique({
    where: { id: workspaceId },
    select: { language: true },
  })
  return found?.language ?? ''
}

type Owner = { workspaceId: string; importId: string; createdBy: string | null }

async function makeVisible(transaction: Transaction, owner: Owner, version: number, rows: number) {
  const { workspaceId, importId, createdBy } = owner
  const position = await advanceDataset(transaction, workspaceId, version)
  const { count } = await transaction.import.updateMany({
    where: { id: importId, workspaceId, stage: 'checked' },
    data: { stage: 'imported', importedAt: new Date() },
  })
  if (count === 0) throw new AppError('importDecided')
  await transaction.batch.updateMany({ where: { importId, workspaceId }, data: { visible: true, position } })
  const event = { workspaceId, actorId: createdBy, action: 'import.complete', objectId: importId, rows }
  await recordEvent(transaction, event)
}

/**
 * Stores an import's result, compared with the dataset of `version`; called within the transaction that completes its
 * job. With `commit` it counts from now on. Throws StaleDatasetError when the dataset has changed since.
 */
export async function storeImported(
  transaction: Transaction,
  owner: Owner,
  { staged, rowsRead, rowsAccepted, rowsRejected, report }: ImportResult,
  version: number,
  commit: boolean,
): Promise<void> {
  const { workspaceId, importId } = owner
  const [own] = report.tables
  if (!commit) await holdDataset(transaction, workspaceId, version)
  await transaction.batch.deleteMany({ where: { importId, workspaceId } })
  await transaction.import.updateMany({
    where: { id: importId, workspaceId },
    data: {
      ...{ rowsRead, rowsAccepted, rowsRejected, report, dataVersion: version },
      ...{ rowsCreated: own?.created, rowsUpdated: own?.updated, rowsUnchanged: own?.unchanged },
    },
  })
  for (const { bytes, ...batch } of staged) {
    await transaction.batch.create({
      data: { ...batch, workspaceId, importId, visible: false, bytes: BigInt(bytes) },
    })
  }
  if (commit) await makeVisible(transaction, owner, version, rowsAccepted)
}

type Confirmable = Pick<ImportRow, 'id' | 'jobId' | 'dataVersion' | 'rowsAccepted'>

/**
 * Makes a checked import count. When the dataset has changed since it was checked, a job reads it again and commits it:
 * its id is returned, else null.
 */
export async function confirmImport(
  database: Database,
  found: Confirmable,
  owner: { workspaceId: string; createdBy: string },
): Promise<string | null> {
  for (;;) {
    try {
      return await database.$transaction((transaction) => confirmWithin(transaction, found, owner))
    } catch (error) {
      // Another change came between reading the version and taking the next one: now it is seen.
      if (!(error instanceof StaleDatasetError)) throw error
    }
  }
}

async function confirmWithin(
  transaction: Transaction,
  { id: importId, jobId, dataVersion, rowsAccepted }: Confirmable,
  { workspaceId, createdBy }: { workspaceId: string; createdBy: string },
): Promise<string | null> {
  const current = await readDataVersion(transaction, workspaceId)
  if (dataVersion === current) {
    await makeVisible(transaction, { workspaceId, importId, createdBy }, current, rowsAccepted ?? 0)
    return null
  }
  const payload = { importId, commit: true }
  const job = await enqueueJob(transaction, { workspaceId, kind: 'import', payload, createdBy })
  const { count } = await transaction.import.updateMany({
    // Its job, too, is as it was: two who confirm at once start one.
    where: { id: importId, workspaceId, stage: 'checked', jobId },
    data: { jobId: job.id },
  })
  if (count === 0) throw new AppError('importDecided')
  return job.id
}

/** Takes what a member did with a checked or finished import into account; throws AppError importDecided when another was first. */
async function endImport(
  transaction: Transaction,
  { workspaceId, importId, createdBy }: Owner,
  from: 'checked' | 'imported',
  to: 'discarded' | 'undone',
): Promise<void> {
  const { count } = await transaction.import.updateMany({
    where: { id: importId, workspaceId, stage: from },
    data: { stage: to, undoneAt: new Date(), undoneBy: createdBy },
  })
  if (count === 0) throw new AppError('importDecided')
  await transaction.batch.updateMany({ where: { importId, workspaceId }, data: { visible: false } })
  const action = to === 'undone' ? 'import.undo' : 'import.discard'
  await recordEvent(transaction, { workspaceId, actorId: createdBy, action, objectId: importId })
}

/** Forgets a checked import. */
export function discardImport(database: Database, owner: Owner): Promise<void> {
  return database.$transaction((transaction) => endImport(transaction, owner, 'checked', 'discarded'))
}

/** Takes an import's batches out of the dataset. */
export function undoImport(database: Database, owner: Owner): Promise<void> {
  return database.$transaction(async (transaction) => {
    await advanceDataset(transaction, owner.workspaceId, null)
    await endImport(transaction, owner, 'imported', 'undone')
  })
}
