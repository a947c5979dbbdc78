import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase, testProviders } from '../tooling/test-databases'
import { type Auth, createAuth } from './auth'
import { hashPassword } from './passwords'

const password = 'correct horse battery'
const host = '192.168.1.7:3000'

describe.each(testProviders)('sign-in on %s', (provider) => {
  let test: TestDatabase
  let auth: Auth
  beforeAll(async () => {
    test = await openTestDatabase(provider)
    const secret = 'a-secret-of-more-than-thirty-two-characters'
    auth = createAuth({ database: test.database, provider, secret, secure: false })
    const user = await test.database.user.create({ data: { name: 'Ann', email: 'ann@example.com' } })
    const account = { userId: user.id, accountId: user.id, providerId: 'credential' }
    await test.database.account.create({ data: { ...account, password: await hashPassword(password) } })
  })
  beforeEach(() => test.database.rateLimit.deleteMany())
  afterAll(() => test.close())

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    auth.handler(
      new Request(`http://127.0.0.1:3000/api/auth${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', host, origin: `http://${host}`, ...headers },
      }),
    )
  const signIn = (given: { email?: string; password?: string }, headers?: Record<string, string>) =>
    post('/sign-in/email', { email: 'ann@example.com', password, ...given }, headers)

  it('gives a session cookie that scripts cannot read, whatever host the page was opened under', async () => {
    const response = await signIn({ email: 'Ann@Example.com' })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(response.status).toBe(200)
    expect(cookie).toMatch(/^personae\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)
    const session = await auth.api.getSession({
      headers: new Headers({ cookie: cookie.split(';')[0] ?? '', host }),
    })
    expect(session?.user.email).toBe('ann@example.com')
  })

  it('says the same of an unknown address and of a wrong password', async () => {
    const unknown = await signIn({ email: 'nobody@example.com' })
    const wrong = await signIn({ password: 'not the password' })
    expect([unknown.status, wrong.status]).toEqual([401, 401])
    expect(await unknown.json()).toEqual(await wrong.json())
  })

  it('evaluates three of fifty parallel wrong passwords, from however many addresses', async () => {
    const guesses = Array.from({ length: 50 }, (_, index) =>
      signIn({ password: `guess number ${index}` }, { 'x-forwarded-for': `203.0.113.${index}` }),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(3)
    expect(statuses.filter((status) => status === 429)).toHaveLength(47)
  })

  it('does not count attempts that succeed', async () => {
    for (let index = 0; index < 5; index++) expect((await signIn({})).status).toBe(200)
  })

  it('slows one address down that tries many accounts', async () => {
    const tries = Array.from({ length: 35 }, (_, index) =>
      signIn({ email: `user${index}@example.com` }, { 'x-forwarded-for': '198.51.100.9' }),
    )
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  })

  it.each(['https://evil.test', 'http://192.168.1.7:3001', 'null'])(
    'refuses the origin %s',
    async (origin) => {
      expect((await signIn({}, { origin })).status).toBe(403)
      expect((await signIn({}, { origin, 'x-forwarded-host': 'evil.test' })).status).toBe(403)
    },
  )

  it('makes no accounts', async () => {
    const response = await post('/sign-up/email', { name: 'Eve', email: 'eve@example.com', password })
    expect(response.status).toBe(400)
    expect(await test.database.user.count()).toBe(1)
  })
})
