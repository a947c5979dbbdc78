import 'server-only'
import { readJobError } from '@/lib/jobs/view'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { AppError } from '@/lib/shared/errors'
import { warehousePath } from '@/lib/warehouse/paths'
import * as repository from './repository-snapshots'
import type { SnapshotSummary, SnapshotView } from './snapshot-schema'

type Stored = Awaited<ReturnType<typeof repository.findSnapshot>>

function viewSnapshot({ id, jobId, asOf, job, customers, summary }: Stored): SnapshotView {
  return {
    id,
    jobId,
    asOf: asOf.toISOString().slice(0, 10),
    state: job.status,
    error: readJobError(job),
    customers,
    // written by run-snapshot.ts alone; a snapshot of other data than today's is computed anew
    summary: summary as SnapshotSummary | null,
  }
}

/** Every feature of every customer as of a day, of the data as it stands: computed once, whichever analyst asks. */
export async function ensureSnapshot(member: Member, asOf: string): Promise<SnapshotView> {
  requireRole(member, 'analyst')
  const id = await repository.ensureSnapshot(await getDatabase(), member, asOf)
  return getSnapshot(member, id)
}

/** For analysts; throws AppError forbidden or notFound. */
export async function getSnapshot(member: Member, id: string): Promise<SnapshotView> {
  requireRole(member, 'analyst')
  return viewSnapshot(await repository.findSnapshot(await getDatabase(), member.workspaceId, id))
}

/** A finished snapshot and the path of its Parquet file; throws AppError forbidden or notFound. */
export async function snapshotFile(
  member: Member,
  id: string,
): Promise<{ path: string; view: SnapshotView }> {
  requireRole(member, 'analyst')
  const stored = await repository.findSnapshot(await getDatabase(), member.workspaceId, id)
  if (!stored.file) throw new AppError('notFound')
  return { path: warehousePath(readEnv().dataDir, stored.file), view: viewSnapshot(stored) }
}
