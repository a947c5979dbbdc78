import 'server-only'
import type { Database } from '@/lib/server/database'

/** The segments of a finished segmentation with its file; null where there is none. */
export async function findSegmentNames(database: Database, workspaceId: string, id: string) {
  const found = await database.segmentation.findFirst({
    where: { id, workspaceId, file: { not: null } },
    select: {
      file: true,
      segments: { orderBy: { position: 'asc' }, select: { position: true, color: true, name: true } },
    },
  })
  return found?.file ? { file: found.file, segments: found.segments } : null
}
