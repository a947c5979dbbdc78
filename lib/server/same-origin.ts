import 'server-only'
import { AppError } from '@/lib/shared/errors'

/**
 * Refuses a request that a browser sends on behalf of another site. Programs without a browser send neither header
 * and have no session to abuse.
 */
export function requireSameOrigin({ headers }: Request): void {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new AppError('forbidden')
  const origin = headers.get('origin')
  if (origin === null) return
  if (!URL.canParse(origin) || new URL(origin).host !== headers.get('host')) throw new AppError('forbidden')
}
