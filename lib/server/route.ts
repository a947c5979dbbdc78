import 'server-only'
import { type Member, requireMember } from './access'
import { toPublicError } from './public-error'

const headers = { 'Cache-Control': 'private, no-store' }
const statuses: Record<string, number> = { notSignedIn: 401, forbidden: 403, notFound: 404, unexpected: 500 }

/** A route of a signed-in member. Objects are answered as JSON; a failure as `{ error: { code, params } }` with its status. */
export function runRoute(handler: (member: Member) => Promise<Response | object>): Promise<Response> {
  return runTokenRoute(async () => handler(await requireMember()))
}

/** The same for a program, whose token the handler asks for. */
export async function runTokenRoute(handler: () => Promise<Response | object>): Promise<Response> {
  try {
    const answer = await handler()
    if (!(answer instanceof Response)) return Response.json(answer, { headers })
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', headers['Cache-Control'])
    return answer
  } catch (error) {
    const failure = toPublicError(error)
    return Response.json({ error: failure }, { status: statuses[failure.code] ?? 400, headers })
  }
}
