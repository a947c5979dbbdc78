import 'server-only'
import { z } from 'zod'
import { writePurpose } from '@/lib/privacy/export-schema'
import type { Member } from '@/lib/server/access'
import type { Database } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import { type recommenderExportSchema, recommenderExports } from './export-schema'

const storedSchema = z.object({
  recommenderId: z.string(),
  segmentName: z.string(),
  format: z.enum(recommenderExports),
  columns: z.array(z.string()),
  onlyConsented: z.boolean(),
  pseudonymised: z.boolean(),
  purpose: z.string().nullable(),
})

/** Writes down that lists are about to leave; returns the record's id. `productId` is kept among the columns of an audience. */
export async function createExport(
  database: Database,
  { workspaceId, userId }: Member,
  request: z.output<typeof recommenderExportSchema>,
): Promise<string> {
  const { recommenderId, what, productId, name, onlyConsented, pseudonymised, purpose } = request
  const { id } = await database.export.create({
    data: {
      workspaceId,
      recommenderId,
      segmentName: name,
      format: what,
      columns: productId === null ? [] : [productId],
      onlyConsented,
      pseudonymised,
      purpose: purpose && writePurpose(purpose),
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
  const { segmentName: name, format: what, columns, ...stored } = storedSchema.parse(found)
  return { ...stored, name, what, productId: columns[0] ?? null }
}
