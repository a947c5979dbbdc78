import { AppError } from '@/lib/shared/errors'

async function post(path: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new AppError('offline')
  })
}

/** Throws AppError `wrongCredentials`, `tooManyAttempts`, `offline` or `badAnswer`. */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await post('/sign-in/email', { email, password })
  if (response.ok) return
  if (response.status === 429) throw new AppError('tooManyAttempts')
  if (response.status === 400 || response.status === 401) throw new AppError('wrongCredentials')
  throw new AppError('badAnswer', { status: response.status })
}

/** Ends the session of this browser. Throws AppError `offline` or `badAnswer`. */
export async function signOut(): Promise<void> {
  const response = await post('/sign-out', {})
  if (!response.ok) throw new AppError('badAnswer', { status: response.status })
}
