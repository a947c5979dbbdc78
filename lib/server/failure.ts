import 'server-only'
import { AppError, type PublicError } from '@/lib/shared/errors'
import { logUnexpected } from './log'

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'])
const fullWords =
  /no space left on device|disk quota exceeded|database or disk is full|SQLITE_FULL|IOERR_SHMSIZE/i

/** Whether a failure means that a disk is full, as Node, SQLite, PostgreSQL and DuckDB (each also within Prisma's errors) say it. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Object)) return false
  const { code, message, cause, meta } = error as Record<string, unknown>
  if (fullCodes.has(String(code)) || fullWords.test(String(message))) return true
  return isDiskFull(cause) || isDiskFull((meta as Record<string, unknown> | undefined)?.driverAdapterError)
}

/** What the user is told about a failure: an AppError as it is, a full disk as such, anything else by its reference. Those two are logged. */
export function describeFailure(error: unknown): PublicError {
  if (error instanceof AppError) return { code: error.code, params: error.params }
  const reference = logUnexpected(error)
  return isDiskFull(error) ? { code: 'diskFull', params: {} } : { code: 'unexpected', params: { reference } }
}
