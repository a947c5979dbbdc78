import 'server-only'
import type { PublicError } from '@/lib/shared/errors'
import type { Member } from './access'
import { type LogFields, logEvent } from './log'
import { readRoutePattern } from './route-pattern'

/** Follows a route or an action to its end, for one line of the log. */
export function followRequest(event: 'route' | 'action') {
  const started = performance.now()
  const route = readRoutePattern()
  const who: Pick<LogFields, 'workspaceId' | 'actorId'> = {}
  return {
    /** Notes who asks, once that is known. */
    by: ({ workspaceId, userId }: Member) => {
      Object.assign(who, { workspaceId, actorId: userId })
    },
    end: (failure: PublicError | null, status?: number) => {
      const ms = Math.round(performance.now() - started)
      const reference = failure?.params.reference
      logEvent(event, {
        ...{ route, status, ...who, ms, outcome: failure?.code ?? 'completed' },
        ...(reference === undefined ? {} : { reference: String(reference) }),
      })
    },
  }
}
