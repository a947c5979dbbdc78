import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findSession, findViewer } from '@/lib/server/access'
import { testProviders } from '@/lib/tooling/test-databases'
import { type Brand, openBrand, type Person, request, settings } from './accounts.fixture'
import { endOtherSessions, endSession, endSessionsOfMember, listSessions } from './session-service'

vi.mock('next/headers', async () => {
  const { request } = await import('./accounts.fixture')
  return { headers: async () => request.headers }
})

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

describe.each(testProviders)('sessions on %s', (provider) => {
  let brand: Brand
  let ann: Person
  let bob: Person
  beforeAll(async () => {
    brand = await openBrand(provider)
    ann = await brand.addPerson('Ann', 'owner')
    bob = await brand.addPerson('Bob', 'analyst')
  })
  beforeEach(async () => {
    await brand.database.session.deleteMany()
    await brand.database.rateLimit.deleteMany()
  })
  afterAll(() => brand.close())

  const isSignedIn = async (headers: Headers) => {
    request.headers = headers
    return (await findViewer()) !== null
  }

  it('lists the own sessions, in words, with this one marked', async () => {
    await brand.signIn(ann.email)
    request.headers = await brand.signIn(bob.email, firefox)
    await brand.signIn(bob.email)
    const sessions = await listSessions(bob)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ current }) => current)).toMatchObject([
      { browser: 'Firefox', system: 'Linux', address: '127.0.0.1' },
    ])
    const stored = await brand.database.session.findMany()
    for (const { token } of stored) expect(JSON.stringify(sessions)).not.toContain(token)
  })

  it('ends one session of one’s own, with its next request, and no other’s', async () => {
    const [here, there] = [await brand.signIn(bob.email), await brand.signIn(bob.email)]
    const annHeaders = await brand.signIn(ann.email)
    request.headers = there
    const id = (await findSession())?.session.id ?? ''
    await expect(endSession(ann, id)).rejects.toMatchObject({ code: 'notFound' })
    expect(await isSignedIn(there)).toBe(true)
    await endSession(bob, id)
    expect(await isSignedIn(there)).toBe(false)
    expect(await isSignedIn(here)).toBe(true)
    expect(await isSignedIn(annHeaders)).toBe(true)
  })

  it('ends all others', async () => {
    const [here, there] = [await brand.signIn(bob.email), await brand.signIn(bob.email)]
    request.headers = here
    expect(await endOtherSessions(bob)).toEqual({ ended: 1 })
    expect(await isSignedIn(there)).toBe(false)
    expect(await isSignedIn(here)).toBe(true)
    expect((await brand.events('session.revoke')).at(-1)).toMatchObject({
      actorId: bob.userId,
      objectId: bob.userId,
      details: { sessions: 1 },
    })
  })

  it('lets an owner sign a member out everywhere, of this workspace only', async () => {
    const bobHeaders = await brand.signIn(bob.email)
    await expect(endSessionsOfMember(bob, ann.memberId)).rejects.toMatchObject({ code: 'forbidden' })
    const { id } = await brand.database.workspace.create({ data: { ...settings, name: 'Other' } })
    const eve = await brand.addPerson('Eve', 'owner', id)
    await expect(endSessionsOfMember(eve, bob.memberId)).rejects.toMatchObject({ code: 'notFound' })
    expect(await isSignedIn(bobHeaders)).toBe(true)
    expect(await endSessionsOfMember(ann, bob.memberId)).toEqual({ ended: 1 })
    expect(await isSignedIn(bobHeaders)).toBe(false)
  })

  it('writes sign-ins, refusals and sign-outs down, without an address', async () => {
    await brand.database.auditEvent.deleteMany()
    const headers = await brand.signIn(bob.email)
    await brand.post('/sign-in/email', { email: bob.email, password: 'not the password' })
    await brand.post('/sign-in/email', { email: 'nobody@example.com', password: 'not the password' })
    const { email } = await brand.addUser('Zoe')
    await brand.signIn(email)
    await brand.post('/sign-out', {}, { cookie: headers.get('cookie') ?? '' })
    expect(await isSignedIn(headers)).toBe(false)
    const events = await brand.database.auditEvent.findMany({ orderBy: { createdAt: 'asc' } })
    expect(events.map(({ action, actorId, outcome }) => [action, actorId, outcome])).toEqual([
      ['session.start', bob.userId, 'completed'],
      ['session.refused', bob.userId, 'refused'],
      ['session.end', bob.userId, 'completed'],
    ])
    expect(JSON.stringify(events)).not.toContain('@')
  })
})
