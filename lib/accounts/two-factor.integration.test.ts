import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findViewer } from '@/lib/server/access'
import { testProviders } from '@/lib/tooling/test-databases'
import { type Brand, openBrand, type Person, password, request, settings } from './accounts.fixture'
import { resetTwoFactor } from './people-service'
import type { TwoFactorStart } from './security-schema'
import { computeTotp } from './totp.fixture'
import { confirmTwoFactor, renewBackupCodes, startTwoFactor, stopTwoFactor } from './two-factor-service'

vi.mock('next/headers', async () => {
  const { request } = await import('./accounts.fixture')
  return { headers: async () => request.headers }
})

describe.each(testProviders)('two-factor sign-in on %s', (provider) => {
  let brand: Brand
  let ann: Person
  beforeAll(async () => {
    brand = await openBrand(provider)
  })
  beforeEach(() => brand.database.rateLimit.deleteMany())
  afterAll(() => brand.close())

  let people = 0
  /** A new person, signed in, who has turned it on. */
  async function turnOn(): Promise<TwoFactorStart> {
    ann = await brand.addPerson(`Ann${people++}`, 'analyst')
    request.headers = await brand.signIn(ann.email)
    const start = await startTwoFactor(ann, password, request.headers)
    await confirmTwoFactor(ann, computeTotp(start.secret), request.headers)
    return start
  }
  /** Gives the password; answers the cookie of the second step. */
  async function givePassword(): Promise<string> {
    const response = await brand.post('/sign-in/email', { email: ann.email, password })
    expect(await response.json()).toMatchObject({ twoFactorRedirect: true })
    return brand.cookieOf(response)
  }
  const giveCode = (cookie: string, body: object, kind = 'totp') =>
    brand.post(`/two-factor/verify-${kind}`, body, { cookie })
  const isSignedIn = async (cookie: string) => {
    request.headers = new Headers({ cookie })
    return (await findViewer()) !== null
  }

  it('counts only once a code has confirmed it, and keeps its secrets unreadable', async () => {
    ann = await brand.addPerson(`Ann${people++}`, 'analyst')
    request.headers = await brand.signIn(ann.email)
    await expect(startTwoFactor(ann, 'not the password', request.headers)).rejects.toMatchObject({
      code: 'wrongPassword',
    })
    const { secret, picture, backupCodes } = await startTwoFactor(ann, password, request.headers)
    expect(picture.length).toBeGreaterThan(20)
    expect(new Set(backupCodes).size).toBe(10)
    await brand.signIn(ann.email)
    const wrong = computeTotp(secret, Date.now() - 600_000)
    await expect(confirmTwoFactor(ann, wrong, request.headers)).rejects.toMatchObject({ code: 'wrongCode' })
    await confirmTwoFactor(ann, computeTotp(secret), request.headers)
    const stored = JSON.stringify(await brand.database.twoFactor.findMany())
    for (const text of [secret.replaceAll(' ', ''), ...backupCodes]) expect(stored).not.toContain(text)
    expect((await brand.events('two-factor.enable')).at(-1)).toMatchObject({ actorId: ann.userId })
  })

  it('asks for the code after the password, and has nobody in before', async () => {
    const { secret } = await turnOn()
    await brand.database.auditEvent.deleteMany()
    const cookie = await givePassword()
    expect(await isSignedIn(cookie)).toBe(false)
    const response = await giveCode(cookie, { code: computeTotp(secret) })
    expect(response.status).toBe(200)
    expect(await isSignedIn(brand.cookieOf(response))).toBe(true)
    const events = await brand.database.auditEvent.findMany()
    expect(events.map(({ action }) => action)).toEqual(['session.start'])
    expect((await giveCode(cookie, { code: computeTotp(secret) })).status).toBe(401)
  })

  it('takes a backup code once', async () => {
    const { backupCodes } = await turnOn()
    const code = backupCodes[3] ?? ''
    const response = await giveCode(await givePassword(), { code }, 'backup-code')
    expect(await isSignedIn(brand.cookieOf(response))).toBe(true)
    expect((await giveCode(await givePassword(), { code }, 'backup-code')).status).toBe(401)
  })

  it('remembers no device, whoever asks for it', async () => {
    const { secret } = await turnOn()
    const cookie = await givePassword()
    for (const extra of [{ trustDevice: true }, { disableSession: true }])
      expect((await giveCode(cookie, { code: computeTotp(secret), ...extra })).status).toBe(400)
  })

  it('evaluates three of thirty codes guessed at once, and writes the refusals down', async () => {
    await turnOn()
    const cookie = await givePassword()
    const guesses = Array.from({ length: 30 }, (_, index) =>
      giveCode(cookie, { code: String(100_000 + index) }),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429).length).toBe(27)
    expect(statuses).not.toContain(200)
    const refused = await brand.events('session.refused')
    expect(refused.filter(({ actorId }) => actorId === ann.userId).at(-1)?.details).toEqual({ step: 'code' })
  })

  it('locks the account for a quarter of an hour after ten wrong codes', async () => {
    const { secret } = await turnOn()
    for (let index = 0; index < 10; index++) {
      await brand.database.rateLimit.deleteMany()
      expect((await giveCode(await givePassword(), { code: '000000' })).status).toBe(401)
    }
    await brand.database.rateLimit.deleteMany()
    const response = await giveCode(await givePassword(), { code: computeTotp(secret) })
    expect(response.status).toBe(429)
    expect(await response.json()).toMatchObject({ code: 'ACCOUNT_TEMPORARILY_LOCKED' })
  })

  it('renews the backup codes and turns off with the password only', async () => {
    const { secret, backupCodes } = await turnOn()
    const response = await giveCode(await givePassword(), { code: computeTotp(secret) })
    const headers = new Headers({ cookie: brand.cookieOf(response) })
    request.headers = headers
    await expect(renewBackupCodes(ann, 'not the password', headers)).rejects.toMatchObject({
      code: 'wrongPassword',
    })
    await expect(stopTwoFactor(ann, 'not the password', headers)).rejects.toMatchObject({
      code: 'wrongPassword',
    })
    const renewed = await renewBackupCodes(ann, password, headers)
    const old = await giveCode(await givePassword(), { code: backupCodes[0] }, 'backup-code')
    expect(old.status).toBe(401)
    const fresh = await giveCode(await givePassword(), { code: renewed.backupCodes[0] }, 'backup-code')
    expect(fresh.status).toBe(200)
    await stopTwoFactor(ann, password, headers)
    await brand.signIn(ann.email)
    expect(await brand.database.twoFactor.count({ where: { userId: ann.userId } })).toBe(0)
    expect(await brand.events('two-factor.disable')).toHaveLength(1)
  })

  it('is turned off by an owner of the only workspace, for another, and nobody else', async () => {
    await turnOn()
    const owner = await brand.addPerson('Olga', 'owner')
    const analyst = { ...owner, role: 'analyst' as const }
    const forbidden = { code: 'forbidden' }
    await expect(resetTwoFactor(analyst, ann.memberId)).rejects.toMatchObject(forbidden)
    await expect(resetTwoFactor({ ...ann, role: 'owner' }, ann.memberId)).rejects.toMatchObject(forbidden)
    const { id } = await brand.database.workspace.create({ data: { ...settings, name: 'Other' } })
    const stranger = await brand.addPerson('Eve', 'owner', id)
    await expect(resetTwoFactor(stranger, ann.memberId)).rejects.toMatchObject({ code: 'notFound' })
    const elsewhere = { workspaceId: id, userId: ann.userId }
    await brand.database.member.create({ data: { ...elsewhere, role: 'viewer' } })
    await expect(resetTwoFactor(owner, ann.memberId)).rejects.toMatchObject(forbidden)
    await brand.database.member.delete({ where: { workspaceId_userId: elsewhere } })
    await resetTwoFactor(owner, ann.memberId)
    await brand.signIn(ann.email)
    expect(await brand.events('member.unlock')).toMatchObject([
      { actorId: owner.userId, objectId: ann.userId },
    ])
    await expect(resetTwoFactor(owner, ann.memberId)).rejects.toMatchObject({ code: 'notFound' })
  })
})
