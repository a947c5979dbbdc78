import 'server-only'
import { z } from 'zod'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import { recommenderExports } from './export-schema'

const storedSchema = z.object({
  recommenderId: z.string(),
  segmentName: z.string(),
  format: z.enum(recommenderExports),
  columns: z.array(z.string()),
})

/** Writes down that lists are about to leave; returns the record's id. `productId` is kept among the columns of an audience. */
export async function createExport(
  database: Database,
  { workspaceId, userId }: Member,
  request: { recommenderId: string; what: string; productId: string | null; name: string },
): Promise<string> {
  const { recommenderId, what, productId, name } = request
  const { id } = await database.export.create({
    data: {
      workspaceId,
      recommenderId,
      segmentName: name,
      format: what,
      columns: productId === null ? [] : [productId],
      createdBy: userId,
    },
    select: { id: true },
  })
  return id
}

/** An export that has not been downloaded yet, once; throws AppError notFound. */
export async function takeExport(database: Database, { workspaceId, userId }: Member, id: string) {
  const where = { id, workspaceId, createdBy: userId, outcome: 'prepared', recommenderId: { not: null } }
  const found = await database.export.findFirst({ where })
  if (!found) throw new AppError('notFound')
  const { count } = await database.export.updateMany({
    where: { id, outcome: 'prepared' },
    data: { outcome: 'started' },
  })
  if (count === 0) throw new AppError('notFound')
  const { recommenderId, segmentName, format, columns } = storedSchema.parse(found)
  return { recommenderId, name: segmentName, what: format, productId: columns[0] ?? null }
}

export async function finishExport(
  database: Database,
  { workspaceId, userId }: Member,
  id: string,
  columns: string[],
  outcome: 'completed' | 'interrupted',
  rows: number,
): Promise<void> {
  await database.export.update({ where: { id }, data: { outcome, rows, columns, finishedAt: new Date() } })
  await recordEvent(database, {
    workspaceId,
    actorId: userId,
    action: 'export.download',
    objectId: id,
    rows,
    outcome,
  })
}
