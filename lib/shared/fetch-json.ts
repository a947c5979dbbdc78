import { AppError, type PublicError } from './errors'

/** Our own routes answer a failure as `{ error: { code, params } }`; checked by hand to keep zod out of every page. */
function readFailure(body: unknown): PublicError | null {
  const error = (body as { error?: Partial<PublicError> } | null)?.error
  return typeof error?.code === 'string' ? { code: error.code, params: error.params ?? {} } : null
}

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
  const failure = readFailure(body)
  if (failure) throw new AppError(failure.code, failure.params)
  throw new AppError('badAnswer', { status: response.status })
}

/** The same for a question whose words belong in a body rather than in an address, where logs and histories keep them. */
export function postJson<T>(url: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return fetchJson<T>(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
}
