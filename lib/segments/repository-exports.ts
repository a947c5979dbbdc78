import 'server-only'
import type { z } from 'zod'
import { writePurpose } from '@/lib/privacy/export-schema'
import type { Member } from '@/lib/server/access'
import type { Database } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import { type exportRequestSchema, type PreparedExport, preparedExportSchema } from './export-schema'

const logLength = 500

/** Writes down that a list is about to leave; returns the record's id. */
export async function createExport(
  database: Database,
  member: Member,
  segmentationId: string,
  { confirmed: _, purpose, ...request }: z.output<typeof exportRequestSchema>,
): Promise<string> {
  const { workspaceId, userId: createdBy } = member
  const { id } = await database.export.create({
    data: { workspaceId, segmentationId, createdBy, ...request, purpose: writePurpose(purpose) },
    select: { id: true },
  })
  return id
}

/** An export that has not been downloaded yet; throws AppError notFound. */
export async function takeExport(
  database: Database,
  { workspaceId, userId }: Member,
  id: string,
): Promise<PreparedExport> {
  const found = await database.export.findFirst({
    where: { id, workspaceId, createdBy: userId, outcome: 'prepared', segmentId: { not: null } },
  })
  if (!found) throw new AppError('notFound')
  const { count } = await database.export.updateMany({
    where: { id, outcome: 'prepared' },
    data: { outcome: 'started' },
  })
  if (count === 0) throw new AppError('notFound')
  return preparedExportSchema.parse(found)
}

/** Lists that left, newest first, with the name of who took them. */
export async function listExports(database: Database, workspaceId: string) {
  const records = await database.export.findMany({
    where: { workspaceId, outcome: { not: 'prepared' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: logLength,
    include: { segmentation: { select: { name: true } }, recommender: { select: { name: true } } },
  })
  const ids = [...new Set(records.map(({ createdBy }) => createdBy ?? ''))]
  const users = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(users.map(({ id, name }) => [id, name]))
  return records.map((record) => ({ ...record, createdBy: names.get(record.createdBy ?? '') ?? null }))
}
