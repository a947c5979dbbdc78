import 'server-only'
import { AppError } from '@/lib/shared/errors'
import { readEnv } from './env'

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** The next piece; throws AppError uploadInterrupted when the sender goes away or is silent for so long. */
async function readPiece(reader: Reader, milliseconds: number): Promise<Uint8Array | undefined> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, milliseconds)
  })
  try {
    return (await Promise.race([reader.read(), silence])).value
  } catch {
    throw new AppError('uploadInterrupted')
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The raw body of a request, piece by piece as it arrives. Ends with AppError uploadInterrupted when the sender goes
 * away or sends nothing for a minute: no fault of the server's, and nobody holds a place by being silent.
 */
export async function* readBody(
  body: ReadableStream<Uint8Array>,
  milliseconds = readEnv().bodySilenceMilliseconds,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const piece = await readPiece(reader, milliseconds)
      if (!piece) return
      yield piece
    }
  } finally {
    // A refused body is not read to its end. Nobody waits for it to close: a silent one does when its sender goes.
    reader.cancel().catch(() => {})
  }
}

/** A body as text; throws AppError invalidInput when it is of more than `most` bytes. */
export async function readText(body: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of readBody(body)) {
    bytes += chunk.byteLength
    if (bytes > most) throw new AppError('invalidInput')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
