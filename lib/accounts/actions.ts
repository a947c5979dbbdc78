'use server'

import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { runAction, runPublicAction } from '@/lib/server/action'
import {
  changeNameSchema,
  changePasswordSchema,
  languageSchema,
  type PasswordChange,
  type SetUp,
  setUpSchema,
  type WorkspaceSettings,
  workspaceSchema,
} from './schema'
import * as service from './service'
import { createTokenSchema } from './token-schema'
import * as tokens from './token-service'

const year = 365 * 86_400

export async function setUp(input: SetUp) {
  return runPublicAction(setUpSchema, input, async (owner) => service.setUp(owner, await headers()))
}

export async function saveWorkspace(input: WorkspaceSettings) {
  return runAction(workspaceSchema, input, (settings, member) => service.saveWorkspace(member, settings))
}

export async function changeName(input: { name: string }) {
  return runAction(changeNameSchema, input, ({ name }, member) => service.changeName(member, name))
}

export async function changePassword(input: PasswordChange) {
  return runAction(changePasswordSchema, input, async (change, member) =>
    service.changePassword(member, change, await headers()),
  )
}

/** The reader's own language, whatever the workspace's. */
export async function chooseLanguage(input: { language: string }) {
  return runPublicAction(languageSchema, input, async ({ language }) => {
    const options = { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true } as const
    ;(await cookies()).set('locale', language, options)
  })
}

export async function createToken(input: { name: string }) {
  return runAction(createTokenSchema, input, ({ name }, member) => tokens.createToken(member, name))
}

export async function revokeToken(input: { id: string }) {
  return runAction(z.object({ id: z.string() }), input, ({ id }, member) => tokens.revokeToken(member, id))
}
