import 'server-only'
import { AppError } from '@/lib/shared/errors'
import type { Database, Transaction } from './database'

/** The dataset changed after a job read it. */
export class StaleDatasetError extends Error {
  constructor() {
    super('The dataset changed meanwhile')
    this.name = 'StaleDatasetError'
  }
}

export async function readDataVersion(
  database: Pick<Database, 'workspace'>,
  workspaceId: string,
): Promise<number> {
  const found = await database.workspace.findUnique({
    where: { id: workspaceId },
    select: { dataVersion: true },
  })
  if (!found) throw new AppError('notFound')
  return found.dataVersion
}

/** Takes the dataset from `version` to the next one, for the transaction that changes it; returns that. */
export async function advanceDataset(
  transaction: Transaction,
  workspaceId: string,
  version: number | null,
): Promise<number> {
  const { count } = await transaction.workspace.updateMany({
    where: { id: workspaceId, ...(version === null ? {} : { dataVersion: version }) },
    data: { dataVersion: { increment: 1 } },
  })
  if (count === 0) throw new StaleDatasetError()
  return readDataVersion(transaction, workspaceId)
}

/** Throws StaleDatasetError unless the dataset is still of `version`, and keeps it so until the transaction ends. */
export async function holdDataset(
  transaction: Transaction,
  workspaceId: string,
  version: number,
): Promise<void> {
  const { count } = await transaction.workspace.updateMany({
    where: { id: workspaceId, dataVersion: version },
    data: { dataVersion: version },
  })
  if (count === 0) throw new StaleDatasetError()
}
