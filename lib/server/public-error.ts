import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { PublicError } from '@/lib/shared/errors'
import { describeFailure } from './failure'

/** The same as describeFailure where Next's own signals (redirect, not found) may come along: they go on. */
export function toPublicError(error: unknown): PublicError {
  unstable_rethrow(error)
  return describeFailure(error)
}
