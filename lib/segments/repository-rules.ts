import 'server-only'
import type { Database } from '@/lib/server/database'

const segmentationsShown = 200

/** The newest finished segmentations with what their segments are called. */
export function listNamedSegments(database: Database, workspaceId: string) {
  return database.segmentation.findMany({
    where: { workspaceId, file: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: segmentationsShown,
    select: {
      id: true,
      name: true,
      asOf: true,
      kind: true,
      segments: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, position: true, color: true, suggestion: true, size: true },
      },
    },
  })
}

/** The file of a recommender's lists; null when it is not there. */
export async function findLists(database: Database, workspaceId: string, id: string): Promise<string | null> {
  const where = { id, workspaceId, listsFile: { not: null } }
  return (await database.recommender.findFirst({ where, select: { listsFile: true } }))?.listsFile ?? null
}

/** Where the members of finished segments stand; segments that are not there are left out. */
export function findSegmentFiles(database: Database, workspaceId: string, ids: readonly string[]) {
  return database.segment.findMany({
    where: { id: { in: [...ids] }, segmentation: { workspaceId, file: { not: null } } },
    select: { id: true, position: true, segmentation: { select: { file: true, asOf: true } } },
  })
}
