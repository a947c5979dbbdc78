import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findViewer, requireMember } from '@/lib/server/access'
import { testProviders } from '@/lib/tooling/test-databases'
import { type Brand, openBrand, type Person, request, settings } from './accounts.fixture'
import { describeInvitation, invite } from './invitation-service'
import { changeRole, listMembers, removeMember } from './people-service'

vi.mock('next/headers', async () => {
  const { request } = await import('./accounts.fixture')
  return { headers: async () => request.headers }
})

describe.each(testProviders)('people on %s', (provider) => {
  let brand: Brand
  let ann: Person
  let bob: Person
  let cleo: Person
  beforeAll(async () => {
    brand = await openBrand(provider)
    ann = await brand.addPerson('Ann', 'owner')
    bob = await brand.addPerson('Bob', 'owner')
    cleo = await brand.addPerson('Cleo', 'viewer')
  })
  afterAll(() => brand.close())

  const owners = () =>
    brand.database.member.count({ where: { workspaceId: brand.workspaceId, role: 'owner' } })
  const setOwners = () =>
    brand.database.member.updateMany({
      where: { id: { in: [ann.memberId, bob.memberId] } },
      data: { role: 'owner' },
    })

  it('lists members with their role and last sign-in, to owners', async () => {
    await brand.signIn(cleo.email)
    const members = await listMembers(ann)
    expect(members.map(({ name, role, self }) => [name, role, self])).toEqual([
      ['Ann', 'owner', true],
      ['Bob', 'owner', false],
      ['Cleo', 'viewer', false],
    ])
    expect(members.map(({ sessions }) => sessions)).toEqual([0, 0, 1])
    expect(members[0]?.lastSignInAt).toBeNull()
    expect(Date.now() - Date.parse(members[2]?.lastSignInAt ?? '')).toBeLessThan(60_000)
    for (const role of ['analyst', 'viewer'] as const) {
      const member = { ...cleo, role }
      const forbidden = { code: 'forbidden' }
      await expect(listMembers(member)).rejects.toMatchObject(forbidden)
      await expect(changeRole(member, cleo.memberId, 'owner')).rejects.toMatchObject(forbidden)
      await expect(removeMember(member, ann.memberId)).rejects.toMatchObject(forbidden)
    }
  })

  it('changes a role with the next request, and writes down from what to what', async () => {
    request.headers = await brand.signIn(cleo.email)
    await changeRole(ann, cleo.memberId, 'analyst')
    expect((await requireMember()).role).toBe('analyst')
    await changeRole(ann, cleo.memberId, 'analyst')
    expect(await brand.events('member.role')).toMatchObject([
      { actorId: ann.userId, objectId: cleo.userId, details: { from: 'viewer', to: 'analyst' } },
    ])
  })

  it('keeps an owner when two owners demote or remove each other at once', async () => {
    for (const act of [
      (by: Person, other: Person) => changeRole(by, other.memberId, 'viewer'),
      (by: Person) => changeRole(by, by.memberId, 'viewer'),
      (by: Person, other: Person) =>
        by === ann ? changeRole(by, other.memberId, 'analyst') : changeRole(by, by.memberId, 'analyst'),
    ]) {
      await setOwners()
      const results = await Promise.allSettled([act(ann, bob), act(bob, ann)])
      expect(await owners()).toBeGreaterThanOrEqual(1)
      for (const result of results) {
        if (result.status === 'rejected') expect(['forbidden', 'lastOwner']).toContain(result.reason.code)
      }
    }
    await setOwners()
  })

  it('refuses to leave a workspace without an owner', async () => {
    await changeRole(ann, bob.memberId, 'analyst')
    await expect(changeRole(ann, ann.memberId, 'viewer')).rejects.toMatchObject({ code: 'lastOwner' })
    await expect(removeMember(ann, ann.memberId)).rejects.toMatchObject({ code: 'lastOwner' })
    await expect(changeRole(bob, ann.memberId, 'viewer')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await owners()).toBe(1)
    await setOwners()
  })

  it('touches nobody of another workspace', async () => {
    const { id } = await brand.database.workspace.create({ data: { ...settings, name: 'Other' } })
    const eve = await brand.addPerson('Eve', 'owner', id)
    await expect(changeRole(eve, cleo.memberId, 'owner')).rejects.toMatchObject({ code: 'notFound' })
    await expect(removeMember(eve, cleo.memberId)).rejects.toMatchObject({ code: 'notFound' })
    expect((await listMembers(eve)).map(({ name }) => name)).toEqual(['Eve'])
  })

  it('ends the access of a removed member with the next request, and their links', async () => {
    const link = await invite(bob, { label: 'way back', role: 'owner' })
    request.headers = await brand.signIn(bob.email)
    expect(await findViewer()).not.toBeNull()
    await removeMember(ann, bob.memberId)
    await expect(requireMember()).rejects.toMatchObject({ code: 'notSignedIn' })
    expect(await describeInvitation(link.token)).toEqual({ state: 'revoked' })
    expect(await brand.events('member.remove')).toMatchObject([
      { actorId: ann.userId, objectId: bob.userId, details: { role: 'owner', revokedLinks: 1 } },
    ])
  })
})
