import 'server-only'
import type { z } from 'zod'
import { AppError } from '@/lib/shared/errors'
import { isStorable } from '@/lib/shared/storable'
import { readText } from './read-body'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('invalidInput')
  }
}

/** The JSON body of a request, of at most `most` bytes, as `schema` has it; throws AppErrors invalidInput, textUnstorable. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
  most = 200_000,
): Promise<z.output<S>> {
  if (!request.body) throw new AppError('invalidInput')
  const parsed = schema.safeParse(parseJson(await readText(request.body, most)))
  if (!parsed.success) throw new AppError('invalidInput')
  if (!isStorable(parsed.data)) throw new AppError('textUnstorable')
  return parsed.data
}
