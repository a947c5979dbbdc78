import 'server-only'
import type { z } from 'zod'
import { AppError } from '@/lib/shared/errors'
import { readBody } from './read-body'

async function readText(body: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of readBody(body)) {
    bytes += chunk.byteLength
    if (bytes > most) throw new AppError('invalidInput')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalidInput')
  }
}

/** The JSON body of a request, of at most `most` bytes, as `schema` has it; throws AppError invalidInput. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  most = 200_000,
): Promise<z.output<S>> {
  if (!request.body) throw new AppError('invalidInput')
  const parsed = schema.safeParse(parseJson(await readText(request.body, most)))
  if (!parsed.success) throw new AppError('invalidInput')
  return parsed.data
}
