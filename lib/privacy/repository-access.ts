import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'
import type { HeldSource } from './access-schema'

/** Where the batches of a workspace came from, by batch id. */
export async function listSources(database: Database, workspaceId: string): Promise<Map<string, HeldSource>> {
  const batches = await database.batch.findMany({
    where: { workspaceId },
    select: {
      id: true,
      import: {
        select: { id: true, stage: true, createdAt: true, upload: { select: { fileName: true } } },
      },
    },
  })
  const states: Record<string, HeldSource['state']> = { imported: 'counts', checked: 'unconfirmed' }
  return new Map(
    batches.map(({ id, import: { id: importId, stage, createdAt, upload } }) => [
      id,
      {
        ...{ importId, fileName: upload.fileName, at: createdAt.toISOString() },
        state: states[stage] ?? 'undone',
      },
    ]),
  )
}

/** Finished segmentations and recommenders with what is said of them, newest first. */
export async function listNamedResults(database: Database, workspaceId: string) {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'asc' as const }]
  const [segmentations, recommenders] = await Promise.all([
    database.segmentation.findMany({
      where: { workspaceId, file: { not: null } },
      orderBy,
      select: {
        ...{ id: true, name: true, asOf: true, file: true },
        segments: { select: { position: true, name: true, suggestion: true } },
      },
    }),
    database.recommender.findMany({
      where: { workspaceId, listsFile: { not: null } },
      orderBy,
      select: { id: true, name: true, asOf: true, listsFile: true },
    }),
  ])
  return { segmentations, recommenders }
}

export async function listPurposes(database: Database, workspaceId: string, ids: readonly string[]) {
  const found = await database.export.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, purpose: true },
  })
  return new Map(found.map(({ id, purpose }) => [id, purpose]))
}

/** Notes that somebody read, or took, all that is held on one person. */
export function recordAccess(
  database: Database,
  { workspaceId, userId: actorId }: Member,
  form: 'page' | 'json',
  outcome: string,
  rows: number,
): Promise<void> {
  return recordEvent(database, {
    ...{ workspaceId, actorId, action: 'person.access', outcome, rows },
    details: { form },
  })
}
