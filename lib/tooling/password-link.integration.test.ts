import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken } from '@/lib/server/api-token'
import { openTestDatabase, type TestDatabase, testProviders } from './test-databases'

describe.each(testProviders)('npm run password-link on %s', (provider) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await openTestDatabase(provider)
    const { database } = test
    const settings = { currency: 'EUR', timeZone: 'UTC', language: 'en' }
    const workspace = await database.workspace.create({ data: { name: 'Brand', ...settings } })
    const user = await database.user.create({ data: { name: 'Ada', email: 'ada@example.com' } })
    await database.member.create({ data: { workspaceId: workspace.id, userId: user.id, role: 'owner' } })
  })
  afterAll(() => test.close())

  /** The command as package.json has it. */
  async function run(email: string, dataDir = test.dataDir) {
    const args = ['--conditions=react-server', '--import', 'tsx', 'lib/tooling/password-link.ts', email]
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: test.databaseUrl }
    return promisify(execFile)(process.execPath, args, { env }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stderr }) => ({ code, said: stderr as string }),
    )
  }

  it('makes a link for a member', async () => {
    const { code, said } = await run('Ada@Example.com')
    expect(code).toBe(0)
    const token = /\/password\/(\S+)/.exec(said)?.[1] ?? ''
    expect(await test.database.verification.findMany({ select: { identifier: true } })).toEqual([
      { identifier: `password-link|${hashToken(token)}` },
    ])
    expect(await test.database.auditEvent.findMany()).toMatchObject([
      { action: 'password.link', actorId: null },
    ])
  })

  it('says why it makes none', async () => {
    expect(await run('nobody@example.com')).toEqual({
      code: 1,
      said: 'No member has the e-mail address nobody@example.com.\n',
    })
    expect(await run('')).toMatchObject({ code: 1, said: expect.stringContaining('Say whose') })
    expect(await run('ada@example.com', '/nowhere')).toMatchObject({
      code: 1,
      said: expect.stringContaining('no installation in /nowhere'),
    })
  })
})
