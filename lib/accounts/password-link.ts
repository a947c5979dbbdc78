import 'server-only'
import { drawToken } from '@/lib/server/api-token'
import type { Database } from '@/lib/server/database'
import { passwordLinkHours } from './people-schema'
import * as repository from './repository-password-links'

const hourMilliseconds = 3_600_000

/** A new link: its token, which only whoever gets it knows, and what is stored of it. */
export function drawPasswordLink() {
  const { token, hash } = drawToken()
  return { token, link: { hash, expiresAt: new Date(Date.now() + passwordLinkHours * hourMilliseconds) } }
}

/** The token of a link for whoever runs the server, by the e-mail address of a member; null where no member has it. */
export async function createOperatorLink(database: Database, email: string): Promise<string | null> {
  const { token, link } = drawPasswordLink()
  return (await repository.createOperatorLink(database, email, link)) ? token : null
}
