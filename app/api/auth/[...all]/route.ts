import { getAuth } from '@/lib/server/auth'

// Everything else the library offers (profiles, links, tokens) has no use here and stays closed.
const open = new Set([
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/api/auth/two-factor/verify-totp',
  '/api/auth/two-factor/verify-backup-code',
])

export async function POST(request: Request): Promise<Response> {
  if (!open.has(new URL(request.url).pathname)) return new Response(null, { status: 404 })
  const auth = await getAuth(request.headers)
  return auth.handler(request)
}
