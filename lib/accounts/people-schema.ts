import { z } from 'zod'
import { type Role, roles } from '@/lib/shared/roles'
import { emailSchema, nameSchema, newPasswordSchema } from './schema'

export const invitationDays = 7
export const passwordLinkHours = 24

const idSchema = z.string().min(1).max(64)

export const inviteSchema = z.object({ label: z.string().trim().min(1).max(80), role: z.enum(roles) })
export type InviteRequest = z.infer<typeof inviteSchema>

export const invitationIdSchema = z.object({ id: idSchema })
export const memberIdSchema = z.object({ memberId: idSchema })
export const changeRoleSchema = z.object({ memberId: idSchema, role: z.enum(roles) })

const tokenSchema = z.string().min(1).max(200)
export const joinSchema = z.object({ token: tokenSchema })
export const acceptSchema = z.object({
  token: tokenSchema,
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
})
export type Acceptance = z.infer<typeof acceptSchema>
export const choosePasswordSchema = z.object({ token: tokenSchema, password: newPasswordSchema })

export type MemberView = {
  id: string
  name: string
  email: string
  role: Role
  joinedAt: string
  lastSignInAt: string | null
  twoFactor: boolean
  sessions: number
  /** the reader */
  self: boolean
}

export type InvitationView = {
  id: string
  label: string
  role: Role
  createdAt: string
  expiresAt: string
}

/** What a link is good for: open, or why not. */
export type InvitationState = 'open' | 'used' | 'revoked' | 'expired' | 'unknown'
