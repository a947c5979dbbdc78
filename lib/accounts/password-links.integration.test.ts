import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testProviders } from '@/lib/tooling/test-databases'
import { type Brand, openBrand, type Person, password, settings } from './accounts.fixture'
import { createOperatorLink } from './password-link'
import { choosePassword, createPasswordLink, describePasswordLink } from './password-link-service'
import { changeRole } from './people-service'

vi.mock('next/headers', async () => {
  const { request } = await import('./accounts.fixture')
  return { headers: async () => request.headers }
})

const chosen = 'another horse battery'

describe.each(testProviders)('links for a new password on %s', (provider) => {
  let brand: Brand
  let ann: Person
  let bob: Person
  beforeAll(async () => {
    brand = await openBrand(provider)
    ann = await brand.addPerson('Ann', 'owner')
    bob = await brand.addPerson('Bob', 'viewer')
  })
  afterAll(() => brand.close())

  const signIn = (email: string, secret: string) =>
    brand.post('/sign-in/email', { email, password: secret }).then(({ status }) => status)
  const over = { code: 'passwordLinkOver' }

  it('are made by owners of the only workspace, for others', async () => {
    const forbidden = { code: 'forbidden' }
    for (const role of ['analyst', 'viewer'] as const)
      await expect(createPasswordLink({ ...ann, role }, bob.memberId)).rejects.toMatchObject(forbidden)
    await expect(createPasswordLink(ann, ann.memberId)).rejects.toMatchObject(forbidden)
    const { id } = await brand.database.workspace.create({ data: { ...settings, name: 'Other' } })
    const eve = await brand.addPerson('Eve', 'owner', id)
    await expect(createPasswordLink(eve, bob.memberId)).rejects.toMatchObject({ code: 'notFound' })
    const elsewhere = { workspaceId: id, userId: bob.userId }
    await brand.database.member.create({ data: { ...elsewhere, role: 'viewer' } })
    await expect(createPasswordLink(ann, bob.memberId)).rejects.toMatchObject(forbidden)
    await brand.database.member.delete({ where: { workspaceId_userId: elsewhere } })
    expect(await brand.database.verification.count()).toBe(0)
  })

  it('set the password once and end every session; nothing that opens them is stored', async () => {
    await brand.signIn(bob.email)
    const { token } = await createPasswordLink(ann, bob.memberId)
    expect(JSON.stringify(await brand.database.verification.findMany())).not.toContain(token)
    expect(await describePasswordLink(token)).toEqual({ name: 'Bob', email: bob.email })
    await choosePassword(token, chosen)
    expect(await brand.database.session.count({ where: { userId: bob.userId } })).toBe(0)
    expect(await signIn(bob.email, password)).toBe(401)
    expect(await signIn(bob.email, chosen)).toBe(200)
    await expect(choosePassword(token, password)).rejects.toMatchObject(over)
    expect(await describePasswordLink(token)).toBeNull()
    expect(await brand.events('password.link')).toMatchObject([{ actorId: ann.userId, objectId: bob.userId }])
    expect(await brand.events('password.reset')).toMatchObject([
      { actorId: bob.userId, details: { sessions: 1 } },
    ])
  })

  it('let one of several at the same moment through', async () => {
    const { token } = await createPasswordLink(ann, bob.memberId)
    const results = await Promise.allSettled([1, 2, 3].map((n) => choosePassword(token, `${chosen} ${n}`)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('end with a newer one, after a day, with the member and with the owner who made them', async () => {
    const first = await createPasswordLink(ann, bob.memberId)
    const second = await createPasswordLink(ann, bob.memberId)
    await expect(choosePassword(first.token, chosen)).rejects.toMatchObject(over)
    await brand.database.verification.updateMany({ data: { expiresAt: new Date() } })
    await expect(choosePassword(second.token, chosen)).rejects.toMatchObject(over)

    const olga = await brand.addPerson('Olga', 'owner')
    const third = await createPasswordLink(olga, ann.memberId)
    await changeRole(ann, olga.memberId, 'analyst')
    await expect(choosePassword(third.token, chosen)).rejects.toMatchObject(over)

    const cleo = await brand.addPerson('Cleo', 'viewer')
    const last = await createPasswordLink(ann, cleo.memberId)
    await brand.database.member.delete({ where: { id: cleo.memberId } })
    await expect(choosePassword(last.token, chosen)).rejects.toMatchObject(over)
  })

  it('are made on the server for an only owner', async () => {
    expect(await createOperatorLink(brand.database, 'nobody@example.com')).toBeNull()
    const token = await createOperatorLink(brand.database, ann.email)
    await choosePassword(token!, chosen)
    expect(await signIn(ann.email, chosen)).toBe(200)
  })
})
