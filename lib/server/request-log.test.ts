import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/shared/errors'
import { requireMember } from './access'
import { runAction } from './action'
import { readEnv } from './env'
import { runRoute } from './route'

vi.mock('./access', () => ({ requireMember: vi.fn() }))
vi.mock('./route-pattern', () => ({ readRoutePattern: () => '/customers/[customerId]' }))
vi.mock('./env', { spy: true })
vi.mocked(readEnv).mockReturnValue({ ...readEnv(), logLevel: 'info' })

const member = { userId: 'u1', workspaceId: 'w1', role: 'owner' as const }
afterEach(() => vi.restoreAllMocks())

/** The lines that `run` writes into the log, parsed. */
async function readLog(run: () => Promise<unknown>) {
  const written = vi.spyOn(console, 'error').mockImplementation(() => {})
  await run()
  return written.mock.calls.map(([line]) => JSON.parse(String(line)))
}

describe('the log of requests', () => {
  it('says of an action who asked, where, how long it took and how it ended, and nothing of what was asked', async () => {
    vi.mocked(requireMember).mockResolvedValue(member)
    const input = { name: 'Ann Lee', email: 'ann@example.com' }
    const schema = z.object({ name: z.string(), email: z.string() })
    const lines = await readLog(() => runAction(schema, input, async ({ name }) => name))
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        event: 'action',
        route: '/customers/[customerId]',
        workspaceId: 'w1',
        actorId: 'u1',
        ms: expect.any(Number),
        outcome: 'completed',
      },
    ])
  })

  it('gives a route its status, and an expected failure its code', async () => {
    vi.mocked(requireMember).mockResolvedValue(member)
    const refuse = async () => {
      throw new AppError('fileTooLarge', { name: 'Ann Lee.csv' })
    }
    const lines = await readLog(() => runRoute(refuse))
    expect(lines).toMatchObject([{ event: 'route', status: 400, outcome: 'fileTooLarge', actorId: 'u1' }])
    expect(JSON.stringify(lines)).not.toContain('Ann')
  })

  it('gives an unexpected failure the reference that its reader sees', async () => {
    vi.mocked(requireMember).mockResolvedValue(member)
    const fail = async () => {
      throw new Error("no customer 'Ann Lee'")
    }
    const [error, request] = await readLog(() => runRoute(fail))
    expect(error).toMatchObject({ level: 'error', event: 'unexpected' })
    expect(request).toMatchObject({ status: 500, outcome: 'unexpected', reference: error.reference })
    expect(JSON.stringify([error, request])).not.toContain('Ann')
  })

  it('does not know strangers', async () => {
    vi.mocked(requireMember).mockRejectedValue(new AppError('notSignedIn'))
    const [line] = await readLog(() => runRoute(async () => ({})))
    expect(line).toMatchObject({ status: 401, outcome: 'notSignedIn' })
    expect(line).not.toHaveProperty('actorId')
  })
})
