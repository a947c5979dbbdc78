import 'server-only'
import { AppError } from '@/lib/shared/errors'
import { arePlainArguments } from './action-arguments'
import { readText } from './read-body'
import { requireSameOrigin } from './same-origin'

/** What Next takes too: no form of the product sends more. */
const mostActionBytes = 1024 * 1024

/** The status that a request to a page is refused with, null when it may go on: pages are read, or take server actions. */
export async function judgePageRequest(request: Request): Promise<number | null> {
  const { method, headers, body } = request
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST' || !headers.has('next-action')) return 405
  try {
    requireSameOrigin(request)
  } catch {
    return 403
  }
  if (!headers.get('content-type')?.startsWith('text/plain')) return 415
  if (Number(headers.get('content-length') ?? 0) > mostActionBytes) return 413
  try {
    return body && arePlainArguments(await readText(body, mostActionBytes)) ? null : 400
  } catch (error) {
    if (error instanceof AppError) return error.code === 'uploadInterrupted' ? 408 : 413
    throw error
  }
}
