export type ErrorParams = Record<string, string | number>

/** A failure a marketer can act on: `code` names the sentence under `errors.<code>`, `params` fill it in. */
export class AppError extends Error {
  readonly code: string
  readonly params: ErrorParams

  constructor(code: string, params: ErrorParams = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}

/** What may leave the server about a failure. */
export type PublicError = { code: string; params: ErrorParams }
