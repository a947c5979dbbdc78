import 'server-only'
import type { z } from 'zod'
import type { ActionResult } from '@/lib/shared/action-result'
import { AppError } from '@/lib/shared/errors'
import { isStorable } from '@/lib/shared/storable'
import { type Member, requireMember } from './access'
import { toPublicError } from './public-error'
import { followRequest } from './request-log'

async function answer<D>(
  handler: () => Promise<D>,
  request = followRequest('action'),
): Promise<ActionResult<D>> {
  try {
    const data = await handler()
    request.end(null)
    return { ok: true, data }
  } catch (error) {
    const failure = toPublicError(error)
    request.end(failure)
    return { ok: false, error: failure }
  }
}

function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success && !isStorable(parsed.data)) throw new AppError('textUnstorable')
  if (parsed.success) return parsed.data
  throw new AppError('invalidInput', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
}

/** A server action of a signed-in member: access, then validation, then `handler`; a failure becomes an answer. */
export function runAction<S extends z.ZodType, D>(
  schema: S,
  input: unknown,
  handler: (value: z.output<S>, member: Member) => Promise<D>,
): Promise<ActionResult<D>> {
  const request = followRequest('action')
  return answer(async () => {
    const member = await requireMember()
    request.by(member)
    return handler(parseInput(schema, input), member)
  }, request)
}

/** A server action that anybody may call: `handler` decides. */
export function runPublicAction<S extends z.ZodType, D>(
  schema: S,
  input: unknown,
  handler: (value: z.output<S>) => Promise<D>,
): Promise<ActionResult<D>> {
  return answer(async () => handler(parseInput(schema, input)))
}
