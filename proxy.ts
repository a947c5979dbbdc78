import { type NextRequest, NextResponse } from 'next/server'
import { contentPolicy } from '@/lib/server/content-policy'
import { judgePageRequest } from '@/lib/server/page-request'

const development = process.env.NODE_ENV === 'development'
/** On an action that was let through and that Next then hands to the page which has it, as a request of its own. */
const passed = crypto.randomUUID()

const drawNonce = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')

/** In front of every page: refuses what is neither a visit nor an action of the product's own pages, and sets the nonce. */
export async function proxy(request: NextRequest): Promise<Response> {
  if (request.headers.get('x-passed') !== passed) {
    const refused = await judgePageRequest(request)
    if (refused !== null) return new Response(null, { status: refused })
  }
  const policy = contentPolicy(drawNonce(), development)
  const headers = new Headers(request.headers)
  const { pathname, search } = request.nextUrl
  headers.set('content-security-policy', policy)
  headers.set('x-path', `${pathname}${search}`)
  headers.set('x-passed', passed)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Never the routes: in front of uploads, a proxy would cut a body off after ten megabytes.
export const config = { matcher: ['/((?!api/|_next/static/|sample/|icon\\.svg$|screenshot\\.png$).*)'] }
