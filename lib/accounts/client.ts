import { AppError } from '@/lib/shared/errors'

async function post(path: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new AppError('offline')
  })
}

/**
 * Signs in, or says that a code is needed for it. Throws AppError `wrongCredentials`, `tooManyAttempts`, `offline` or
 * `badAnswer`.
 */
export async function signIn(email: string, password: string): Promise<'signedIn' | 'needsCode'> {
  const response = await post('/sign-in/email', { email, password })
  if (response.ok) {
    const answer = (await response.json().catch(() => null)) as { twoFactorRedirect?: boolean } | null
    return answer?.twoFactorRedirect ? 'needsCode' : 'signedIn'
  }
  if (response.status === 429) throw new AppError('tooManyAttempts')
  if (response.status === 400 || response.status === 401) throw new AppError('wrongCredentials')
  throw new AppError('badAnswer', { status: response.status })
}

const codePaths = { app: '/two-factor/verify-totp', backup: '/two-factor/verify-backup-code' }
const codeFailures: Record<string, string> = {
  INVALID_CODE: 'wrongCode',
  INVALID_BACKUP_CODE: 'wrongCode',
  INVALID_TWO_FACTOR_COOKIE: 'signInAgain',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'signInAgain',
  ACCOUNT_TEMPORARILY_LOCKED: 'twoFactorLocked',
}

/**
 * The second step of a sign-in that needs a code. Throws AppError `wrongCode`, `signInAgain`, `twoFactorLocked`,
 * `tooManyAttempts`, `offline` or `badAnswer`.
 */
export async function giveCode(kind: 'app' | 'backup', code: string): Promise<void> {
  const response = await post(codePaths[kind], { code: code.replace(/\s/g, '') })
  if (response.ok) return
  const answer = (await response.json().catch(() => null)) as { code?: string } | null
  const known = codeFailures[answer?.code ?? '']
  if (known) throw new AppError(known)
  if (response.status === 429) throw new AppError('tooManyAttempts')
  throw new AppError('badAnswer', { status: response.status })
}

/** Ends the session of this browser. Throws AppError `offline` or `badAnswer`. */
export async function signOut(): Promise<void> {
  const response = await post('/sign-out', {})
  if (!response.ok) throw new AppError('badAnswer', { status: response.status })
}
