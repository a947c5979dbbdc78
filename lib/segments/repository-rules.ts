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

/** Where the members of finished segments stand; segments that are not there are left out. */
export function findSegmentFiles(database: Database, workspaceId: string, ids: readonly string[]) {
  return database.segment.findMany({
    where: { id: { in: [...ids] }, segmentation: { workspaceId, file: { not: null } } },
    select: { id: true, position: true, segmentation: { select: { file: true, asOf: true } } },
  })
}
