import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase, testProviders } from '@/lib/tooling/test-databases'
import { install } from './service'

const owner = (index = 0) => ({
  name: `Owner ${index}`,
  email: `owner${index}@example.com`,
  password: 'correct horse battery',
  workspace: { name: 'Brand', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' as const },
})

describe.each(testProviders)('first set-up on %s', (provider) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await openTestDatabase(provider)
  })
  afterEach(() => test.close())

  it('makes the owner, the workspace and the record of it', async () => {
    await install(test.database, owner())
    const member = await test.database.member.findFirstOrThrow({
      include: { user: { include: { accounts: true } }, workspace: true },
    })
    expect(member).toMatchObject({ role: 'owner', workspace: { name: 'Brand', currency: 'EUR' } })
    expect(member.user.email).toBe('owner0@example.com')
    expect(member.user.accounts).toMatchObject([{ providerId: 'credential', accountId: member.userId }])
    expect(member.user.accounts[0]?.password).toMatch(/^\$argon2id\$/)
    expect(await test.database.auditEvent.count({ where: { action: 'installation.create' } })).toBe(1)
  })

  it('makes one owner of twenty who try at once', async () => {
    const tries = Array.from({ length: 20 }, (_, index) => install(test.database, owner(index)))
    const results = await Promise.allSettled(tries)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'alreadySetUp' })
    }
    for (const model of ['installation', 'user', 'account', 'workspace', 'member'] as const) {
      const { count } = test.database[model] as { count: () => Promise<number> }
      expect([model, await count()]).toEqual([model, 1])
    }
  })
})
