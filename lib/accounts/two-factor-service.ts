import 'server-only'
import { isAPIError } from 'better-auth/api'
import { encode } from 'uqr'
import { findSession, type Member } from '@/lib/server/access'
import { clearAttempts, countAttempt } from '@/lib/server/attempts'
import { getAuth } from '@/lib/server/auth'
import { getDatabase } from '@/lib/server/database'
import { AppError } from '@/lib/shared/errors'
import * as repository from './repository'
import type { TwoFactorStart } from './security-schema'

const codes: Record<string, string> = {
  INVALID_PASSWORD: 'wrongPassword',
  INVALID_CODE: 'wrongCode',
  TOO_MANY_ATTEMPTS: 'tooManyAttempts',
  TOTP_ALREADY_ENABLED: 'twoFactorChanged',
  TOTP_NOT_ENABLED: 'twoFactorChanged',
  TWO_FACTOR_NOT_ENABLED: 'twoFactorChanged',
}

/** The library's refusals in our words; anything else goes on as it is. */
async function translate<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const code = isAPIError(error) ? codes[error.body?.code ?? ''] : undefined
    throw code ? new AppError(code) : error
  }
}

/** Does something that needs the password; three wrong ones in ten seconds are enough. */
async function withPassword<T>({ userId }: Member, act: () => Promise<T>): Promise<T> {
  const database = await getDatabase()
  const key = `password|${userId}`
  if (!(await countAttempt(database, key))) throw new AppError('tooManyAttempts')
  const answer = await translate(act())
  await clearAttempts(database, key)
  return answer
}

export async function hasTwoFactor(): Promise<boolean> {
  return (await findSession())?.user.twoFactorEnabled ?? false
}

/**
 * A new secret and backup codes, shown this once; they count once a code confirms them. Throws AppError wrongPassword,
 * tooManyAttempts or twoFactorChanged.
 */
export async function startTwoFactor(
  member: Member,
  password: string,
  headers: Headers,
): Promise<TwoFactorStart> {
  const auth = await getAuth(headers)
  const answer = await withPassword(member, () => auth.api.enableTwoFactor({ body: { password }, headers }))
  if (!('totpURI' in answer)) throw new Error('The sign-in library gave no secret')
  const { totpURI, backupCodes } = answer
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  return {
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? '',
    picture: encode(totpURI, { ecc: 'M', border: 2 }).data,
    backupCodes,
  }
}

/** Turns the second factor on; throws AppError wrongCode, tooManyAttempts or twoFactorChanged. */
export async function confirmTwoFactor(member: Member, code: string, headers: Headers): Promise<void> {
  const auth = await getAuth(headers)
  await translate(auth.api.verifyTOTP({ body: { code }, headers }))
  await repository.recordOwnEvent(await getDatabase(), member, 'two-factor.enable')
}

/** New backup codes in place of the old ones, shown this once; throws AppError wrongPassword or tooManyAttempts. */
export async function renewBackupCodes(
  member: Member,
  password: string,
  headers: Headers,
): Promise<{ backupCodes: string[] }> {
  const auth = await getAuth(headers)
  const act = () => auth.api.generateBackupCodes({ body: { password }, headers })
  const { backupCodes } = await withPassword(member, act)
  await repository.recordOwnEvent(await getDatabase(), member, 'two-factor.renew')
  return { backupCodes }
}

/** Turns the second factor off; throws AppError wrongPassword or tooManyAttempts. */
export async function stopTwoFactor(member: Member, password: string, headers: Headers): Promise<void> {
  const auth = await getAuth(headers)
  await withPassword(member, () => auth.api.disableTwoFactor({ body: { password }, headers }))
  await repository.recordOwnEvent(await getDatabase(), member, 'two-factor.disable')
}
