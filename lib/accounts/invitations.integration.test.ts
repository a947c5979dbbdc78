import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findViewer } from '@/lib/server/access'
import { hashToken } from '@/lib/server/api-token'
import { testProviders } from '@/lib/tooling/test-databases'
import { type Brand, openBrand, type Person, password, request } from './accounts.fixture'
import * as service from './invitation-service'
import * as repository from './repository-invitations'

vi.mock('next/headers', async () => {
  const { request } = await import('./accounts.fixture')
  return { headers: async () => request.headers }
})

describe.each(testProviders)('invitations on %s', (provider) => {
  let brand: Brand
  let owner: Person
  beforeAll(async () => {
    brand = await openBrand(provider)
    owner = await brand.addPerson('Ann', 'owner')
  })
  beforeEach(async () => {
    request.headers = new Headers()
    await brand.database.rateLimit.deleteMany()
  })
  afterAll(() => brand.close())

  const person = (name: string) => ({ name, email: `${name}@example.com`, passwordHash: 'x' })
  const invite = (label = 'Mia') => service.invite(owner, { label, role: 'analyst' })
  const find = async (token: string) => {
    const found = await repository.findInvitation(brand.database, hashToken(token))
    if (!found) throw new Error('no invitation')
    return found
  }

  it('keeps only the hash of a link, and lists the open ones to owners', async () => {
    const { token } = await invite('For Mia')
    expect(JSON.stringify(await brand.database.invitation.findMany())).not.toContain(token)
    const [listed] = await service.listInvitations(owner)
    expect(listed).toMatchObject({ label: 'For Mia', role: 'analyst' })
    const days = (Date.parse(listed?.expiresAt ?? '') - Date.parse(listed?.createdAt ?? '')) / 86_400_000
    expect(days).toBeCloseTo(7, 2)
    const analyst = { ...owner, role: 'analyst' as const }
    await expect(service.invite(analyst, { label: 'x', role: 'owner' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(service.listInvitations(analyst)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(service.revokeInvitation(analyst, listed?.id ?? '')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('makes one member of twenty who follow a link at once', async () => {
    const { token } = await invite()
    const found = await find(token)
    const before = await brand.database.member.count()
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        repository.acceptInvitation(brand.database, found, person(`crowd${index}`), new Date()),
      ),
    )
    expect(results.filter(Boolean)).toHaveLength(1)
    expect((await brand.database.member.count()) - before).toBe(1)
    expect(await brand.database.user.count({ where: { name: { startsWith: 'crowd' } } })).toBe(1)
    expect(await brand.events('invitation.accept')).toMatchObject([
      { objectId: found.id, details: { role: 'analyst' } },
    ])
  })

  it('signs the invited person in, in the role of the link, once', async () => {
    const { token } = await invite()
    expect(await service.describeInvitation(token)).toEqual({
      state: 'open',
      brand: 'Brand',
      role: 'analyst',
    })
    const mia = { token, name: 'Mia', email: 'mia@example.com', password }
    await service.acceptInvitation(mia, request.headers)
    request.headers = await brand.signIn('mia@example.com')
    expect(await findViewer()).toMatchObject({ role: 'analyst', user: { name: 'Mia' } })
    expect(await service.describeInvitation(token)).toEqual({ state: 'used' })
    await expect(
      service.acceptInvitation({ ...mia, email: 'second@example.com' }, request.headers),
    ).rejects.toMatchObject({ code: 'invitationUsed' })
    expect(await brand.database.user.count({ where: { email: 'second@example.com' } })).toBe(0)
  })

  it('lets a signed-in user of no workspace join with one click, and wastes no link on a member', async () => {
    const { token } = await invite()
    await expect(service.joinWorkspace(token)).rejects.toMatchObject({ code: 'notSignedIn' })
    request.headers = await brand.signIn(owner.email)
    await expect(service.joinWorkspace(token)).rejects.toMatchObject({ code: 'alreadyMember' })
    const { email } = await brand.addUser('Leo')
    const taken = { token, name: 'Leo', email, password }
    await expect(service.acceptInvitation(taken, request.headers)).rejects.toMatchObject({
      code: 'emailTaken',
    })
    request.headers = await brand.signIn(email)
    expect(await findViewer()).toBeNull()
    await service.joinWorkspace(token)
    expect(await findViewer()).toMatchObject({ role: 'analyst', workspaceId: brand.workspaceId })
  })

  it('says of a link that is revoked, too old or unknown what it is', async () => {
    const revoked = await invite('Revoked')
    const [listed] = await service.listInvitations(owner)
    await service.revokeInvitation(owner, listed?.id ?? '')
    await expect(service.revokeInvitation(owner, listed?.id ?? '')).rejects.toMatchObject({
      code: 'notFound',
    })
    const old = await invite()
    const hash = hashToken(old.token)
    await brand.database.invitation.update({ where: { hash }, data: { expiresAt: new Date(Date.now() - 1) } })
    const tries = { revoked: revoked.token, expired: old.token, unknown: 'personae_nothing' }
    const codes = {
      revoked: 'invitationRevoked',
      expired: 'invitationExpired',
      unknown: 'invitationUnknown',
    }
    for (const state of ['revoked', 'expired', 'unknown'] as const) {
      expect(await service.describeInvitation(tries[state])).toEqual({ state })
      const late = service.acceptInvitation(
        { token: tries[state], name: 'Late', email: 'late@example.com', password },
        request.headers,
      )
      await expect(late).rejects.toMatchObject({ code: codes[state] })
    }
    expect(await brand.database.user.count({ where: { email: 'late@example.com' } })).toBe(0)
    const open = await find(old.token)
    expect(await repository.acceptInvitation(brand.database, open, person('late'), new Date())).toBe(false)
  })

  it('belongs to its workspace', async () => {
    await invite()
    const { id: workspaceId } = await brand.database.workspace.create({
      data: { name: 'Other', currency: 'EUR', timeZone: 'UTC', language: 'en' },
    })
    const stranger = await brand.addPerson('Eve', 'owner', workspaceId)
    const [listed] = await service.listInvitations(owner)
    expect(await service.listInvitations(stranger)).toEqual([])
    await expect(service.revokeInvitation(stranger, listed?.id ?? '')).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('is tried three times in ten seconds', async () => {
    const { token } = await invite()
    const taken = { token, name: 'Ann', email: owner.email, password }
    const tries = []
    for (const _ of [1, 2, 3, 4])
      tries.push(await service.acceptInvitation(taken, request.headers).catch(({ code }) => code))
    expect(tries).toEqual(['emailTaken', 'emailTaken', 'emailTaken', 'tooManyAttempts'])
  })
})
