import 'server-only'
import type { Member } from '@/lib/server/access'
import { createAuth } from '@/lib/server/auth'
import { hashPassword } from '@/lib/server/passwords'
import type { Role } from '@/lib/shared/roles'
import { openTestDatabase } from '@/lib/tooling/test-databases'

export const password = 'correct horse battery'
export const host = 'personae.test'
export const settings = {
  name: 'Brand',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  language: 'en' as const,
}

/** Whose request it is; a test mocks next/headers with it. */
export const request = { headers: new Headers() }

export type Person = Member & { memberId: string; name: string; email: string }

/** A workspace in a database of its own, which the product's code finds as its own, and ways to people it. */
export async function openBrand(provider: 'sqlite' | 'postgresql') {
  const test = await openTestDatabase(provider)
  const { database } = test
  const secret = 'a-secret-of-more-than-thirty-two-characters'
  const auth = createAuth({ database, provider, secret, secure: false })
  const opened = {
    personaeDatabase: Promise.resolve(database),
    personaeAuth: new Map([[false, Promise.resolve(auth)]]),
  }
  Object.assign(globalThis, opened)
  const passwordHash = await hashPassword(password)
  const { id: workspaceId } = await database.workspace.create({ data: settings })

  async function addUser(name: string): Promise<{ userId: string; name: string; email: string }> {
    const email = `${name.toLowerCase()}@example.com`
    const { id: userId } = await database.user.create({ data: { name, email } })
    const account = { userId, accountId: userId, providerId: 'credential', password: passwordHash }
    await database.account.create({ data: account })
    return { userId, name, email }
  }
  async function addPerson(name: string, role: Role, into = workspaceId): Promise<Person> {
    const user = await addUser(name)
    const { id: memberId } = await database.member.create({
      data: { workspaceId: into, userId: user.userId, role },
    })
    return { ...user, memberId, workspaceId: into, role }
  }
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    auth.handler(
      new Request(`http://${host}/api/auth${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', host, origin: `http://${host}`, ...headers },
      }),
    )
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  /** Signs in as a browser does; answers the headers of its next requests. */
  async function signIn(email: string, userAgent = ''): Promise<Headers> {
    const response = await post('/sign-in/email', { email, password }, { 'user-agent': userAgent })
    if (!response.ok) throw new Error(`Sign-in answered ${response.status}`)
    if ((await response.clone().json()).twoFactorRedirect) throw new Error('Sign-in asks for a code')
    return new Headers({ cookie: cookieOf(response), host })
  }
  async function close() {
    await test.close()
    Object.assign(globalThis, { personaeDatabase: undefined, personaeAuth: undefined })
  }
  const events = (action: string) =>
    database.auditEvent.findMany({ where: { action }, orderBy: { createdAt: 'asc' } })
  return { database, auth, workspaceId, addUser, addPerson, post, cookieOf, signIn, events, close }
}
export type Brand = Awaited<ReturnType<typeof openBrand>>
