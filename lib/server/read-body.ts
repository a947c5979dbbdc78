import 'server-only'
import { AppError } from '@/lib/shared/errors'

/**
 * The raw body of a request, piece by piece as it arrives. Ends with AppError uploadInterrupted when the sender goes
 * away: no fault of the server's.
 */
export async function* readBody(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new AppError('uploadInterrupted')
      })
      if (done) return
      yield value
    }
  } finally {
    // A refused body is not read to its end.
    await reader.cancel().catch(() => {})
  }
}
