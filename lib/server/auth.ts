import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { isAPIError } from 'better-auth/api'
import { nextCookies } from 'better-auth/next-js'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { createAuthHooks } from './auth-hooks'
import { type Database, getDatabase } from './database'
import { type Provider, readEnv } from './env'
import { logUnexpected } from './log'
import { hashPassword, verifyPassword } from './passwords'
import { keepSecret } from './secret'

const sessionSeconds = 30 * 86_400

type Settings = { database: Database; provider: Provider; secret: string; secure: boolean }

/**
 * E-mail and password, with a second factor for those who want one; accounts are made by set-up and invitations, never
 * by a public endpoint.
 */
export function createAuth({ database, provider, secret, secure }: Settings) {
  return betterAuth({
    appName: 'Personae',
    secret,
    // Never an address that exists: the page's own host, below, is the only origin trusted. Without a value the
    // library would take one from environment variables that other programs use too.
    baseURL: 'http://personae.invalid',
    trustedOrigins: (request) => {
      const host = request?.headers.get('host')
      return host ? [`${secure ? 'https' : 'http'}://${host}`] : []
    },
    database: prismaAdapter(database, { provider }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: {
      onError: (error) => {
        if (!isAPIError(error) || error.statusCode >= 500) logUnexpected(error)
      },
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    // By address, for a whole office behind one; guessing is limited by account in the hooks.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 10,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 10, max: 30 },
        '/two-factor/*': { window: 10, max: 30 },
      },
    },
    advanced: {
      useSecureCookies: secure,
      cookiePrefix: 'personae',
      disableOriginCheck: false,
      database: { generateId: false },
    },
    hooks: createAuthHooks(database),
    // The second factor is a code of an authenticator app, or one of ten codes kept for when it is lost.
    plugins: [twoFactor({ issuer: 'Personae' }), nextCookies()],
  })
}

export type Auth = ReturnType<typeof createAuth>

async function openAuth(secure: boolean): Promise<Auth> {
  const { provider, dataDir } = readEnv()
  const [database, secret] = await Promise.all([getDatabase(), keepSecret(dataDir, 'secret')])
  return createAuth({ database, provider, secret, secure })
}

const shared = globalThis as { personaeAuth?: Map<boolean, Promise<Auth>> }

/** Sign-in for a request with these headers: over https its cookies are marked secure. */
export function getAuth(headers: Headers): Promise<Auth> {
  const opened = shared.personaeAuth ?? new Map<boolean, Promise<Auth>>()
  shared.personaeAuth = opened
  const secure = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  const auth = opened.get(secure) ?? openAuth(secure)
  opened.set(secure, auth)
  // What failed once (a full disk, say) is tried again at the next request.
  auth.catch(() => opened.delete(secure))
  return auth
}
