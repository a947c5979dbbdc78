import 'server-only'
import type { Database } from './database'

/** Names by user id. */
export async function findUserNames(
  database: Pick<Database, 'user'>,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const users = await database.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(users.map(({ id, name }) => [id, name]))
}
