import { z } from 'zod'

/** What a token may do. */
export const tokenScopes = ['recommendations:read'] as const
export type TokenScope = (typeof tokenScopes)[number]

export const createTokenSchema = z.object({ name: z.string().trim().min(1).max(60) })

export type TokenView = {
  id: string
  name: string
  /** its first characters */
  hint: string
  scopes: TokenScope[]
  createdAt: string
  lastUsedAt: string | null
}
