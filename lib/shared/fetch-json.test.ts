import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchJson } from './fetch-json'

const answer = (response: Response | Error) =>
  vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() =>
      response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
    )
afterEach(() => vi.restoreAllMocks())

describe('fetchJson', () => {
  it('gives the body of an answer', async () => {
    answer(Response.json({ rows: 3 }))
    expect(await fetchJson<{ rows: number }>('/x')).toEqual({ rows: 3 })
  })

  it('throws the failure that the body names', async () => {
    answer(Response.json({ error: { code: 'tooManyColumns', params: { most: 9 } } }, { status: 400 }))
    await expect(fetchJson('/x')).rejects.toMatchObject({ code: 'tooManyColumns', params: { most: 9 } })
  })

  it('names the status of an answer it does not understand', async () => {
    answer(new Response('<html>', { status: 502 }))
    await expect(fetchJson('/x')).rejects.toMatchObject({ code: 'badAnswer', params: { status: 502 } })
  })

  it('tells no connection from a request that was stopped', async () => {
    answer(new TypeError('fetch failed'))
    await expect(fetchJson('/x')).rejects.toMatchObject({ code: 'offline' })
    answer(new DOMException('stopped', 'AbortError'))
    await expect(fetchJson('/x')).rejects.toMatchObject({ name: 'AbortError' })
  })
})
