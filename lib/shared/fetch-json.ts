import { z } from 'zod'
import { AppError } from './errors'

const failureSchema = z.object({
  error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
})

/** The JSON a route answers; throws an AppError with the code and parameters of the body, or `offline` without an answer. */
export async function fetchJson<T>(url: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(url, { ...init, headers: { accept: 'application/json', ...init?.headers } })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new AppError('offline')
  }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as T
  const failure = failureSchema.safeParse(body)
  if (failure.success) throw new AppError(failure.data.error.code, failure.data.error.params)
  throw new AppError('badAnswer', { status: response.status })
}
