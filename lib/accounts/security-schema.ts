import { z } from 'zod'

export const sessionIdSchema = z.object({ id: z.string().min(1).max(64) })
export const passwordSchema = z.object({ password: z.string().min(1).max(200) })
/** Six digits, as apps show them with or without a space. */
export const codeSchema = z.object({
  code: z
    .string()
    .max(20)
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
})

export type SessionView = {
  id: string
  browser: string | null
  system: string | null
  address: string | null
  startedAt: string
  /** the reader's own */
  current: boolean
}

export type TwoFactorStart = {
  /** for typing in, in groups of four */
  secret: string
  /** dark modules of the QR code, row by row */
  picture: boolean[][]
  backupCodes: string[]
}
