import 'server-only'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import * as repository from './repository-small-groups'

/** How many people a group must have to be described. */
export async function getSmallGroup(member: Member): Promise<number> {
  return repository.readSmallGroup(await getDatabase(), member.workspaceId)
}

/** Throws AppError forbidden for all but owners. */
export async function changeSmallGroup(member: Member, smallGroup: number): Promise<void> {
  requireRole(member, 'owner')
  await repository.saveSmallGroup(await getDatabase(), member, smallGroup)
}
