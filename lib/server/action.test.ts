import { notFound, redirect } from 'next/navigation'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { AppError } from '@/lib/shared/errors'
import { requireMember } from './access'
import { runAction, runPublicAction } from './action'
import { runRoute } from './route'

vi.mock('./access', () => ({ requireMember: vi.fn() }))
const member = { userId: 'u', workspaceId: 'w', role: 'analyst' } as const
const schema = z.object({ page: z.number() })

beforeEach(() => void vi.mocked(requireMember).mockResolvedValue(member))
afterEach(() => vi.restoreAllMocks())

describe('runAction', () => {
  it('hands the checked input and the member over', async () => {
    const result = await runAction(schema, { page: 2, more: 1 }, async (value, who) => ({ value, who }))
    expect(result).toEqual({ ok: true, data: { value: { page: 2 }, who: member } })
  })

  it('refuses input it does not understand and names the field', async () => {
    const handler = vi.fn()
    const result = await runAction(schema, { page: 'two' }, handler)
    expect(result).toEqual({ ok: false, error: { code: 'invalidInput', params: { field: 'page' } } })
    expect(handler).not.toHaveBeenCalled()
  })

  it('refuses texts that no database takes', async () => {
    const handler = vi.fn()
    const result = await runAction(z.object({ name: z.string() }), { name: 'a\0b' }, handler)
    expect(result).toEqual({ ok: false, error: { code: 'textUnstorable', params: {} } })
    expect(handler).not.toHaveBeenCalled()
  })

  it('asks who it is before it reads the input', async () => {
    vi.mocked(requireMember).mockRejectedValue(new AppError('notSignedIn'))
    const result = await runAction(schema, 'nonsense', vi.fn())
    expect(result).toEqual({ ok: false, error: { code: 'notSignedIn', params: {} } })
  })

  it('answers an expected failure as it is', async () => {
    const result = await runPublicAction(schema, { page: 1 }, () =>
      Promise.reject(new AppError('tooManyColumns', { most: 9 })),
    )
    expect(result).toEqual({ ok: false, error: { code: 'tooManyColumns', params: { most: 9 } } })
  })

  it('logs an unexpected failure and answers only its reference', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => {})
    const result = await runPublicAction(schema, { page: 1 }, () =>
      Promise.reject(new Error('disk "a" full')),
    )
    const { reference } = JSON.parse(String(written.mock.calls[0]?.[0]))
    expect(result).toEqual({ ok: false, error: { code: 'unexpected', params: { reference } } })
  })

  it.each([() => redirect('/data'), () => notFound()])('lets signals of Next through', async (signal) => {
    await expect(runAction(schema, { page: 1 }, async () => signal())).rejects.toHaveProperty('digest')
  })
})

describe('runRoute', () => {
  it('answers JSON that no cache may keep', async () => {
    const response = await runRoute(async ({ workspaceId }) => ({ workspaceId }))
    expect(response.status).toBe(200)
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
    expect(await response.json()).toEqual({ workspaceId: 'w' })
  })

  it('leaves a whole response alone, but for caching', async () => {
    const file = new Response('a,b', { headers: { 'Content-Type': 'text/csv' } })
    const response = await runRoute(async () => file)
    expect(response.headers.get('Content-Type')).toBe('text/csv')
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  })

  it.each([
    ['notSignedIn', 401],
    ['forbidden', 403],
    ['notFound', 404],
    ['tooManyColumns', 400],
  ])('answers %s with status %d', async (code, status) => {
    const response = await runRoute(() => Promise.reject(new AppError(code)))
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: { code, params: {} } })
  })

  it('answers an unexpected failure with 500 and no details', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const response = await runRoute(() => Promise.reject(new Error('secret')))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
  })
})
