import 'server-only'
import { enqueueJob } from '@/lib/jobs/queue'
import type { Database, Transaction } from '@/lib/server/database'
import type { ImportResult } from './import-file'
import type { Mapping } from './schema'

export type NewUpload = {
  id: string
  workspaceId: string
  fileName: string
  bytes: number
  sha256: string
  createdBy: string
}

/** Stores an upload together with who brought it. */
export async function createUpload(database: Database, upload: NewUpload): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.upload.create({ data: { ...upload, bytes: BigInt(upload.bytes) } })
    await recordEvent(transaction, {
      workspaceId: upload.workspaceId,
      actorId: upload.createdBy,
      action: 'upload.create',
      objectId: upload.id,
    })
  })
}

export function findUpload(database: Database, workspaceId: string, id: string) {
  return database.upload.findFirst({
    where: { id, workspaceId },
    select: { id: true, fileName: true, bytes: true, sha256: true },
  })
}

type NewEvent = {
  workspaceId: string
  actorId: string | null
  action: string
  objectId: string
  rows?: number
}

function recordEvent(transaction: Transaction, event: NewEvent, outcome = 'completed') {
  return transaction.auditEvent.create({ data: { ...event, outcome } })
}

export type NewImport = { workspaceId: string; uploadId: string; mapping: Mapping; createdBy: string }
export type StartedImport = { importId: string; jobId: string }

/** Creates imports and their jobs, all or none; the jobs run in the order given. */
export function createImports(database: Database, imports: NewImport[]): Promise<StartedImport[]> {
  return database.$transaction(async (transaction) => {
    const started: StartedImport[] = []
    for (const { workspaceId, uploadId, mapping, createdBy } of imports) {
      const importId = crypto.randomUUID()
      const job = await enqueueJob(transaction, {
        workspaceId,
        kind: 'import',
        payload: { importId },
        createdBy,
      })
      const { table } = mapping
      await transaction.import.create({
        data: { id: importId, workspaceId, uploadId, table, mapping, jobId: job.id, createdBy },
      })
      await recordEvent(
        transaction,
        { workspaceId, actorId: createdBy, action: 'import.start', objectId: importId },
        'started',
      )
      started.push({ importId, jobId: job.id })
    }
    return started
  })
}

const importColumns = {
  id: true,
  jobId: true,
  uploadId: true,
  table: true,
  mapping: true,
  rowsRead: true,
  rowsAccepted: true,
  rowsRejected: true,
  report: true,
  createdAt: true,
  createdBy: true,
  upload: { select: { fileName: true, bytes: true } },
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

/** The last completed import of a file of the same content. */
export function findSameContent(database: Database, workspaceId: string, sha256: string) {
  return database.import.findFirst({
    where: { workspaceId, upload: { sha256 }, job: { status: 'completed' } },
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
    where: { workspaceId },
    _count: { importId: true },
  })
  return new Map(groups.map(({ table, _count }) => [table, _count.importId]))
}

/** Makes an import's result visible; called within the transaction that completes its job. */
export async function storeImported(
  transaction: Transaction,
  owner: { workspaceId: string; importId: string; table: string; createdBy: string | null },
  { batch, rowsRead, rowsAccepted, rowsRejected, report }: ImportResult,
): Promise<void> {
  const { workspaceId, importId, table, createdBy } = owner
  await transaction.import.updateMany({
    where: { id: importId, workspaceId },
    data: { rowsRead, rowsAccepted, rowsRejected, report },
  })
  if (batch) {
    await transaction.batch.create({
      data: { workspaceId, importId, table, ...batch, bytes: BigInt(batch.bytes) },
    })
  }
  await recordEvent(transaction, {
    workspaceId,
    actorId: createdBy,
    action: 'import.complete',
    objectId: importId,
    rows: rowsAccepted,
  })
}
