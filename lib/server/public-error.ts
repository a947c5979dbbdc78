import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { AppError, type PublicError } from '@/lib/shared/errors'
import { logUnexpected } from './log'

/** What the user is told about a failure: an AppError as it is, anything else logged and replaced by its reference. Next's own signals (redirect, not found) go on. */
export function toPublicError(error: unknown): PublicError {
  unstable_rethrow(error)
  if (error instanceof AppError) return { code: error.code, params: error.params }
  return { code: 'unexpected', params: { reference: logUnexpected(error) } }
}
