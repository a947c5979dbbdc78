import 'server-only'
import { type Member, requireMember } from './access'
import { toPublicError } from './public-error'
import { followRequest } from './request-log'

const headers = { 'Cache-Control': 'private, no-store' }
const statuses: Record<string, number> = {
  notSignedIn: 401,
  forbidden: 403,
  notFound: 404,
  unexpected: 500,
  diskFull: 507,
}

async function answer(handler: () => Promise<Response | object>, request = followRequest('route')) {
  try {
    const answered = await handler()
    const response = answered instanceof Response ? answered : Response.json(answered, { headers })
    if (!response.headers.has('Cache-Control'))
      response.headers.set('Cache-Control', headers['Cache-Control'])
    request.end(null, response.status)
    return response
  } catch (error) {
    const failure = toPublicError(error)
    const status = statuses[failure.code] ?? 400
    request.end(failure, status)
    return Response.json({ error: failure }, { status, headers })
  }
}

/** A route of a signed-in member. Objects are answered as JSON; a failure as `{ error: { code, params } }` with its status. */
export function runRoute(handler: (member: Member) => Promise<Response | object>): Promise<Response> {
  const request = followRequest('route')
  return answer(async () => {
    const member = await requireMember()
    request.by(member)
    return handler(member)
  }, request)
}

/** The same for a program, whose token the handler asks for. */
export function runTokenRoute(handler: () => Promise<Response | object>): Promise<Response> {
  return answer(handler)
}
