import 'server-only'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'
import type { WorkspaceSettings } from './schema'

export type FirstAccount = { name: string; email: string; passwordHash: string; workspace: WorkspaceSettings }

/**
 * The installation, its first owner and their workspace in one transaction; false when a set-up came before: the
 * installation's only row breaks on its key.
 */
export async function createInstallation(database: Database, account: FirstAccount): Promise<boolean> {
  const { name, email, passwordHash, workspace } = account
  try {
    await database.$transaction(
      async (transaction) => {
        await transaction.installation.create({ data: { id: 1 } })
        const user = await transaction.user.create({ data: { name, email } })
        await transaction.account.create({
          data: { userId: user.id, accountId: user.id, providerId: 'credential', password: passwordHash },
        })
        const { id: workspaceId } = await transaction.workspace.create({ data: workspace })
        await transaction.member.create({ data: { workspaceId, userId: user.id, role: 'owner' } })
        await recordEvent(transaction, { workspaceId, actorId: user.id, action: 'installation.create' })
      },
      { maxWait: 30_000, timeout: 30_000 },
    )
    return true
  } catch (error) {
    if ((await database.installation.count()) > 0) return false
    throw error
  }
}

type Actor = { userId: string; workspaceId: string }

export async function updateWorkspace(
  database: Database,
  { userId, workspaceId }: Actor,
  data: WorkspaceSettings,
): Promise<void> {
  const action = 'workspace.update'
  await database.$transaction(async (transaction) => {
    await transaction.workspace.update({ where: { id: workspaceId }, data })
    await recordEvent(transaction, { workspaceId, actorId: userId, action, objectId: workspaceId })
  })
}

export async function renameUser(
  database: Database,
  { userId, workspaceId }: Actor,
  name: string,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    await transaction.user.update({ where: { id: userId }, data: { name } })
    await recordEvent(transaction, {
      workspaceId,
      actorId: userId,
      action: 'account.rename',
      objectId: userId,
    })
  })
}

/** Notes what a member did to their own account through the sign-in library. */
export async function recordOwnEvent(
  database: Database,
  { userId, workspaceId }: Actor,
  action: 'password.change' | 'two-factor.enable' | 'two-factor.disable' | 'two-factor.renew',
  outcome: 'completed' | 'refused' = 'completed',
): Promise<void> {
  await recordEvent(database, { workspaceId, actorId: userId, action, objectId: userId, outcome })
}
