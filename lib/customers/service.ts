import 'server-only'
import type { Member } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { hasRole } from '@/lib/shared/roles'
import { customerQueries } from './queries'
import type { CustomerView } from './schema'

const personal = { name: null, email: null, phone: null, birthDate: null, city: null, attributes: [] }

/** Everything shown of one customer; throws AppError notFound when no table knows the id. */
export async function getCustomer(member: Member, id: string): Promise<CustomerView> {
  const batches = await listBatches(await getDatabase(), member.workspaceId)
  const queries = customerQueries(await getWarehouse(), { dataDir: readEnv().dataDir, batches }, id)
  const [identity, { figures, lineCount }, lines, reviews] = await Promise.all([
    queries.readIdentity(),
    queries.readFigures(),
    queries.readLines(),
    queries.readReviews(),
  ])
  if (!identity && lineCount === 0 && reviews.length === 0) throw new AppError('notFound')
  const masked = identity && !hasRole(member.role, 'analyst') ? { ...identity, ...personal } : identity
  return { id, identity: masked, figures, lines, lineCount, reviews }
}
