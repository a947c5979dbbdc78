import 'server-only'
import type { BatchFile } from '@/lib/warehouse/dataset'
import type { Database } from './database'

/** The visible batches of a workspace, oldest first: its dataset. */
export function listBatches(database: Pick<Database, 'batch'>, workspaceId: string): Promise<BatchFile[]> {
  return database.batch.findMany({
    where: { workspaceId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { table: true, file: true },
  })
}
