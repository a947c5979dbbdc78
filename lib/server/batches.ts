import 'server-only'
import type { BatchFile } from '@/lib/warehouse/dataset'
import type { Database } from './database'

/** The visible batches of a workspace, oldest first: its dataset. */
export async function listBatches(
  database: Pick<Database, 'batch'>,
  workspaceId: string,
): Promise<(BatchFile & { id: string })[]> {
  const batches = await database.batch.findMany({
    where: { workspaceId, visible: true },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, table: true, file: true, mode: true, overlaps: true, contacts: true, format: true },
  })
  return batches.map(({ overlaps, ...batch }) => ({
    ...batch,
    overlaps: Array.isArray(overlaps) ? overlaps.map(String) : null,
  }))
}
