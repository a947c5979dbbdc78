'use server'

import { headers } from 'next/headers'
import { runAction, runPublicAction } from '@/lib/server/action'
import type { Role } from '@/lib/shared/roles'
import * as invitations from './invitation-service'
import * as passwordLinks from './password-link-service'
import {
  type Acceptance,
  acceptSchema,
  changeRoleSchema,
  choosePasswordSchema,
  type InviteRequest,
  invitationIdSchema,
  inviteSchema,
  joinSchema,
  memberIdSchema,
} from './people-schema'
import * as people from './people-service'
import * as sessions from './session-service'

export async function invite(input: InviteRequest) {
  return runAction(inviteSchema, input, (request, member) => invitations.invite(member, request))
}

export async function revokeInvitation(input: { id: string }) {
  return runAction(invitationIdSchema, input, ({ id }, member) => invitations.revokeInvitation(member, id))
}

/** An invited person makes their account; the link says into which workspace. */
export async function acceptInvitation(input: Acceptance) {
  return runPublicAction(acceptSchema, input, async (acceptance) =>
    invitations.acceptInvitation(acceptance, await headers()),
  )
}

/** A signed-in user, perhaps of no workspace, follows a link. */
export async function joinWorkspace(input: { token: string }) {
  return runPublicAction(joinSchema, input, ({ token }) => invitations.joinWorkspace(token))
}

export async function changeRole(input: { memberId: string; role: Role }) {
  return runAction(changeRoleSchema, input, ({ memberId, role }, member) =>
    people.changeRole(member, memberId, role),
  )
}

export async function removeMember(input: { memberId: string }) {
  return runAction(memberIdSchema, input, ({ memberId }, member) => people.removeMember(member, memberId))
}

export async function resetTwoFactor(input: { memberId: string }) {
  return runAction(memberIdSchema, input, ({ memberId }, member) => people.resetTwoFactor(member, memberId))
}

export async function createPasswordLink(input: { memberId: string }) {
  return runAction(memberIdSchema, input, ({ memberId }, member) =>
    passwordLinks.createPasswordLink(member, memberId),
  )
}

/** Whoever holds a link chooses the password of the account that it is for. */
export async function choosePassword(input: { token: string; password: string }) {
  return runPublicAction(choosePasswordSchema, input, ({ token, password }) =>
    passwordLinks.choosePassword(token, password),
  )
}

export async function endSessionsOfMember(input: { memberId: string }) {
  return runAction(memberIdSchema, input, ({ memberId }, member) =>
    sessions.endSessionsOfMember(member, memberId),
  )
}
