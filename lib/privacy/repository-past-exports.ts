import 'server-only'
import type { Database } from '@/lib/server/database'

/** Exports that somebody downloaded, or began to, newest first. */
export function listDownloaded(database: Database, workspaceId: string) {
  return database.export.findMany({
    where: { workspaceId, outcome: { not: 'prepared' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, createdAt: true, segmentName: true, format: true },
  })
}
