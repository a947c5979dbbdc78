'use server'

import { headers } from 'next/headers'
import { z } from 'zod'
import { runAction } from '@/lib/server/action'
import { codeSchema, passwordSchema, sessionIdSchema } from './security-schema'
import * as sessions from './session-service'
import * as twoFactor from './two-factor-service'

export async function endSession(input: { id: string }) {
  return runAction(sessionIdSchema, input, ({ id }, member) => sessions.endSession(member, id))
}

export async function endOtherSessions() {
  return runAction(z.object({}), {}, (_, member) => sessions.endOtherSessions(member))
}

export async function startTwoFactor(input: { password: string }) {
  return runAction(passwordSchema, input, async ({ password }, member) =>
    twoFactor.startTwoFactor(member, password, await headers()),
  )
}

export async function confirmTwoFactor(input: { code: string }) {
  return runAction(codeSchema, input, async ({ code }, member) =>
    twoFactor.confirmTwoFactor(member, code, await headers()),
  )
}

export async function renewBackupCodes(input: { password: string }) {
  return runAction(passwordSchema, input, async ({ password }, member) =>
    twoFactor.renewBackupCodes(member, password, await headers()),
  )
}

export async function stopTwoFactor(input: { password: string }) {
  return runAction(passwordSchema, input, async ({ password }, member) =>
    twoFactor.stopTwoFactor(member, password, await headers()),
  )
}
