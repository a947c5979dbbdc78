import 'server-only'
import type { Database } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import type { SegmentFile } from './queries-rules'
import { findSegmentFiles } from './repository-rules'

type Place = { database: Database; workspaceId: string; dataDir: string }
type FoundSegment = SegmentFile & { asOf: Date }

/** The files of finished segments of a workspace; throws AppError ruleSegmentGone when one is not there. */
export async function locateSegments(
  { database, workspaceId, dataDir }: Place,
  ids: readonly string[],
): Promise<Map<string, FoundSegment>> {
  if (ids.length === 0) return new Map()
  const found = await findSegmentFiles(database, workspaceId, ids)
  const files = new Map(
    found.map(({ id, position, segmentation: { file, asOf } }) => [
      id,
      { path: warehousePath(dataDir, file ?? ''), position, asOf },
    ]),
  )
  if (ids.some((id) => !files.has(id))) throw new AppError('ruleSegmentGone')
  return files
}
