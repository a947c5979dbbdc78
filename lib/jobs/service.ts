import 'server-only'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import { requestCancel } from './queue'
import type { JobView } from './schema'
import { viewJob } from './view'

/** Kinds of jobs that only owners may ask for, and stop. */
const ownersJobs: readonly string[] = ['erasure', 'retention']

/** A job of the member's workspace; throws AppError notFound. */
export async function getJob(member: Member, jobId: string): Promise<JobView> {
  const database = await getDatabase()
  const job = await database.job.findFirst({ where: { id: jobId, workspaceId: member.workspaceId } })
  if (!job) throw new AppError('notFound')
  return viewJob(job)
}

export async function cancelJob(member: Member, jobId: string): Promise<void> {
  requireRole(member, 'analyst')
  const { kind } = await getJob(member, jobId)
  if (ownersJobs.includes(kind)) requireRole(member, 'owner')
  await requestCancel(await getDatabase(), member.workspaceId, jobId, new Date())
}
