import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { changePassword, install, saveWorkspace } from '@/lib/accounts/service'
import { openTestDatabase, type TestDatabase, testProviders } from '../tooling/test-databases'
import { findViewer, type Role, requireMember, requireRole } from './access'
import { type Auth, createAuth } from './auth'

let incoming = new Headers()
vi.mock('next/headers', () => ({ headers: async () => incoming }))

const password = 'correct horse battery'
const workspace = { name: 'Brand', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' as const }
const email = 'ann@example.com'

describe.each(testProviders)('access on %s', (provider) => {
  let test: TestDatabase
  let auth: Auth
  beforeAll(async () => {
    test = await openTestDatabase(provider)
    const secret = 'a-secret-of-more-than-thirty-two-characters'
    auth = createAuth({ database: test.database, provider, secret, secure: false })
    Object.assign(globalThis, {
      personaeDatabase: Promise.resolve(test.database),
      personaeAuth: new Map([[false, Promise.resolve(auth)]]),
    })
    await install(test.database, { name: 'Ann', email, password, workspace })
  })
  beforeEach(async () => {
    await test.database.rateLimit.deleteMany()
    incoming = new Headers()
  })
  afterAll(async () => {
    await test.close()
    Object.assign(globalThis, { personaeDatabase: undefined, personaeAuth: undefined })
  })

  const signIn = async (secretWord = password) => {
    const { headers } = await auth.api.signInEmail({
      body: { email, password: secretWord },
      returnHeaders: true,
    })
    return new Headers({ cookie: headers.get('set-cookie')?.split(';')[0] ?? '' })
  }
  const setRole = (role: Role) => test.database.member.updateMany({ data: { role } })

  it('knows nobody without a session or with a forged one', async () => {
    await expect(requireMember()).rejects.toMatchObject({ code: 'notSignedIn' })
    incoming = new Headers({ cookie: 'personae.session_token=forged.signature' })
    await expect(requireMember()).rejects.toMatchObject({ code: 'notSignedIn' })
  })

  it('knows the signed-in user and their workspace', async () => {
    incoming = await signIn()
    const viewer = await findViewer()
    expect(viewer).toMatchObject({ role: 'owner', user: { name: 'Ann', email }, workspace })
    expect(await requireMember()).toEqual({
      userId: viewer?.userId,
      workspaceId: viewer?.workspace.id,
      role: 'owner',
    })
  })

  it('goes by the first membership', async () => {
    incoming = await signIn()
    const { userId, workspaceId } = await requireMember()
    const other = await test.database.workspace.create({ data: { ...workspace, name: 'Other' } })
    const createdAt = new Date(Date.now() + 1000)
    await test.database.member.create({
      data: { userId, workspaceId: other.id, role: 'viewer', createdAt },
    })
    expect(await requireMember()).toEqual({ userId, workspaceId, role: 'owner' })
    await test.database.workspace.delete({ where: { id: other.id } })
  })

  it('notices a changed role and an ended session at the next request', async () => {
    incoming = await signIn()
    await setRole('viewer')
    const member = await requireMember()
    expect(() => requireRole(member, 'viewer')).not.toThrow()
    expect(() => requireRole(member, 'analyst')).toThrow('forbidden')
    await setRole('owner')
    expect((await requireMember()).role).toBe('owner')
    await test.database.session.deleteMany()
    await expect(requireMember()).rejects.toMatchObject({ code: 'notSignedIn' })
  })

  it('lets only owners change the workspace', async () => {
    incoming = await signIn()
    const member = await requireMember()
    const changed = { ...workspace, name: 'New name', currency: 'CNY' }
    for (const role of ['viewer', 'analyst'] as const) {
      await expect(saveWorkspace({ ...member, role }, changed)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await findViewer())?.workspace).toMatchObject(workspace)
    await saveWorkspace(member, changed)
    expect((await findViewer())?.workspace).toMatchObject(changed)
  })

  it('changes a password only with the current one, three tries at a time, and ends other sessions', async () => {
    const elsewhere = await signIn()
    incoming = await signIn()
    const member = await requireMember()
    const next = 'a much better password'
    const change = (current: string) => changePassword(member, { current, next }, incoming)
    for (const _ of [1, 2, 3]) {
      await expect(change('not the password')).rejects.toMatchObject({ code: 'wrongPassword' })
    }
    await expect(change(password)).rejects.toMatchObject({ code: 'tooManyAttempts' })
    await test.database.rateLimit.deleteMany()
    await change(password)
    incoming = elsewhere
    expect(await findViewer()).toBeNull()
    await expect(signIn(password)).rejects.toMatchObject({ status: 'UNAUTHORIZED' })
    incoming = await signIn(next)
    expect(await findViewer()).not.toBeNull()
    const outcomes = await test.database.auditEvent.groupBy({
      by: ['outcome'],
      where: { action: 'password.change' },
      _count: true,
      orderBy: { outcome: 'asc' },
    })
    expect(outcomes.map(({ outcome, _count }) => [outcome, _count])).toEqual([
      ['completed', 1],
      ['refused', 3],
    ])
  })
})
