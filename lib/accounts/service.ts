import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { isAPIError } from 'better-auth/api'
import type { z } from 'zod'
import { type Member, requireRole } from '@/lib/server/access'
import { clearAttempts, countAttempt } from '@/lib/server/attempts'
import { getAuth } from '@/lib/server/auth'
import { type Database, getDatabase } from '@/lib/server/database'
import { isInstalled } from '@/lib/server/installation'
import { hashPassword } from '@/lib/server/passwords'
import { AppError } from '@/lib/shared/errors'
import * as repository from './repository'
import type { PasswordChange, setUpSchema, WorkspaceSettings } from './schema'
import { forgetSetupToken, getSetupToken } from './setup-token'

type FirstOwner = z.output<typeof setUpSchema>

/** Whether the first owner exists: set-up is then closed for good. */
export const isSetUp = isInstalled

/** Whether set-up asks for the token on the console. */
export async function needsSetupToken(): Promise<boolean> {
  return (await getSetupToken()) !== null
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Makes the first account and workspace, once; throws AppError `alreadySetUp`. */
export async function install(database: Database, owner: Omit<FirstOwner, 'token'>): Promise<void> {
  const { name, email, password, workspace } = owner
  if ((await database.installation.count()) > 0) throw new AppError('alreadySetUp')
  const passwordHash = await hashPassword(password)
  const created = await repository.createInstallation(database, { name, email, passwordHash, workspace })
  if (!created) throw new AppError('alreadySetUp')
}

/** First run: checks the token, makes the first account and signs it in; `headers` are the request's. */
export async function setUp({ token, ...owner }: FirstOwner, headers: Headers): Promise<void> {
  const expected = await getSetupToken()
  if (expected && !timingSafeEqual(digest(token), digest(expected))) throw new AppError('wrongSetupToken')
  await install(await getDatabase(), owner)
  await forgetSetupToken()
  const auth = await getAuth(headers)
  await auth.api.signInEmail({ body: { email: owner.email, password: owner.password }, headers })
}

/** Changes the brand's name, currency, time zone and language; owners only. */
export async function saveWorkspace(member: Member, settings: WorkspaceSettings): Promise<void> {
  requireRole(member, 'owner')
  await repository.updateWorkspace(await getDatabase(), member, settings)
}

/** The member's own name, as colleagues see it. */
export async function changeName(member: Member, name: string): Promise<void> {
  await repository.renameUser(await getDatabase(), member, name)
}

/** Sets a new password and ends the user's other sessions; throws AppError `wrongPassword` or `tooManyAttempts`. */
export async function changePassword(
  member: Member,
  { current, next }: PasswordChange,
  headers: Headers,
): Promise<void> {
  const database = await getDatabase()
  const key = `password|${member.userId}`
  if (!(await countAttempt(database, key))) throw new AppError('tooManyAttempts')
  const auth = await getAuth(headers)
  const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
  try {
    await auth.api.changePassword({ body, headers })
  } catch (error) {
    if (!isAPIError(error) || error.body?.code !== 'INVALID_PASSWORD') throw error
    await repository.recordOwnEvent(database, member, 'password.change', 'refused')
    throw new AppError('wrongPassword')
  }
  await clearAttempts(database, key)
  await repository.recordOwnEvent(database, member, 'password.change')
}
