import 'server-only'
import type { Database } from '@/lib/server/database'

export type AuditFilter = {
  workspaceId: string
  group: string
  person: string
  object: string
  /** moments; the first is included, the second is not */
  from: Date | null
  before: Date | null
}

/** The place of an entry in the log: newest first, those of one millisecond by id. */
export type AuditPlace = { createdAt: Date; id: string }

const where = ({ workspaceId, group, person, object, from, before }: AuditFilter) => ({
  workspaceId,
  ...(group ? { action: { startsWith: `${group}.` } } : {}),
  ...(person ? { actorId: person } : {}),
  ...(object ? { objectId: { startsWith: object } } : {}),
  ...(from || before
    ? { createdAt: { ...(from ? { gte: from } : {}), ...(before ? { lt: before } : {}) } }
    : {}),
})

/** At most `take` entries that come after a place. */
export function listEntries(database: Database, filter: AuditFilter, after: AuditPlace | null, take: number) {
  const rest = after && {
    OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
  }
  return database.auditEvent.findMany({
    where: { AND: [where(filter), ...(rest ? [rest] : [])] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
  })
}

/** Names of users by id. */
export async function nameUsers(
  database: Database,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const users = await database.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(users.map(({ id, name }) => [id, name]))
}

/** Every action and every actor that the workspace's log holds. */
export async function listKinds(
  database: Database,
  workspaceId: string,
): Promise<{ actions: string[]; actors: (string | null)[] }> {
  const [actions, actors] = await Promise.all([
    database.auditEvent.groupBy({ by: ['action'], where: { workspaceId } }),
    database.auditEvent.groupBy({ by: ['actorId'], where: { workspaceId } }),
  ])
  return { actions: actions.map(({ action }) => action), actors: actors.map(({ actorId }) => actorId) }
}
