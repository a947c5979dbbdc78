import { z } from 'zod'
import { locales } from '@/lib/shared/locales'

export const shortestPassword = 10
export const longestPassword = 200

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}

export const nameSchema = z.string().trim().min(1).max(80)
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const newPasswordSchema = z.string().min(shortestPassword).max(longestPassword)

export const workspaceSchema = z.object({
  name: nameSchema,
  currency: z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code)),
  timeZone: z.string().refine(isTimeZone),
  language: z.enum(locales),
})
export type WorkspaceSettings = z.infer<typeof workspaceSchema>

export const setUpSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  token: z.string().trim().max(200).default(''),
  workspace: workspaceSchema,
})
export type SetUp = z.input<typeof setUpSchema>

export const changePasswordSchema = z.object({
  current: z.string().min(1).max(200),
  next: newPasswordSchema,
})
export type PasswordChange = z.infer<typeof changePasswordSchema>

export const changeNameSchema = z.object({ name: nameSchema })

export const languageSchema = z.object({ language: z.enum(locales) })
