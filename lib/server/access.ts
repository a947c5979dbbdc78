import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { AppError } from '@/lib/shared/errors'
import { hasRole, type Role } from '@/lib/shared/roles'
import { getAuth } from './auth'
import { getDatabase } from './database'
import { isInstalled } from './installation'
import { readRequestPath } from './request-path'

export type { Role } from '@/lib/shared/roles'

export type Member = { userId: string; workspaceId: string; role: Role }
export type Viewer = Member & {
  user: { name: string; email: string }
  workspace: { id: string; name: string; currency: string; timeZone: string; language: string }
}

const workspaceFields = { id: true, name: true, currency: true, timeZone: true, language: true }

/** The session of the request, with its user; null when nobody is signed in. Looked up once per page. */
export const findSession = cache(async () => {
  const incoming = await headers()
  const auth = await getAuth(incoming)
  return auth.api.getSession({ headers: incoming })
})

/** Who is asking, with the workspace of the first membership; null without a session or a workspace. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const session = await findSession()
  if (!session) return null
  const member = await (await getDatabase()).member.findFirst({
    where: { userId: session.user.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { role: true, workspace: { select: workspaceFields } },
  })
  if (!member) return null
  const { role, workspace } = member
  const user = { name: session.user.name, email: session.user.email }
  return { userId: session.user.id, workspaceId: workspace.id, role, user, workspace }
})

/** The signed-in member; throws AppError `notSignedIn`. */
export async function requireMember(): Promise<Member> {
  const viewer = await findViewer()
  if (!viewer) throw new AppError('notSignedIn')
  return { userId: viewer.userId, workspaceId: viewer.workspaceId, role: viewer.role }
}

/** Throws AppError `forbidden` unless the member's role is `least` or more. */
export function requireRole(member: Member, least: Role): void {
  if (!hasRole(member.role, least)) throw new AppError('forbidden')
}

/** For pages and layouts: who is asking, or on to set-up, sign-in or word that they belong to no workspace. */
export async function requirePage(): Promise<Viewer> {
  const viewer = await findViewer()
  if (viewer) return viewer
  if (await findSession()) redirect('/no-workspace')
  if (!(await isInstalled())) redirect('/setup')
  const path = await readRequestPath()
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
