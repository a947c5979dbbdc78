import 'server-only'
import type { Database } from './database'

const limit = 3
const windowMilliseconds = 10_000

/**
 * Counts one attempt under `key`; false when three were already made and the last of them is less than ten seconds
 * old. Each step is one conditional statement, so attempts made at the same moment cannot slip through together.
 */
export async function countAttempt(database: Database, key: string, now = Date.now()): Promise<boolean> {
  const windowStart = now - windowMilliseconds
  const renewed = await database.rateLimit.updateMany({
    where: { key, lastRequest: { lte: windowStart } },
    data: { count: 1, lastRequest: now },
  })
  if (renewed.count === 1) return true
  const counted = await database.rateLimit.updateMany({
    where: { key, count: { lt: limit }, lastRequest: { gt: windowStart } },
    data: { count: { increment: 1 }, lastRequest: now },
  })
  if (counted.count === 1) return true
  if (await database.rateLimit.findUnique({ where: { key }, select: { id: true } })) return false
  const first = await database.rateLimit.createMany({ data: { key, count: 1, lastRequest: now } }).then(
    () => true,
    () => false,
  )
  return first || countAttempt(database, key, now)
}

export async function clearAttempts(database: Database, key: string): Promise<void> {
  await database.rateLimit.deleteMany({ where: { key } })
}
