import { AppError, type PublicError } from './errors'

/** What a server action answers: data, or a failure worth telling (with a reference number when it was unexpected). */
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: PublicError }

/** The data of an action's answer; throws the failure as an AppError, for useMutation. */
export function unwrap<Data>(result: ActionResult<Data>): Data {
  if (result.ok) return result.data
  throw new AppError(result.error.code, result.error.params)
}
