import { createHash } from 'node:crypto'
import { type Client, createClient, type InValue, type Row } from '@libsql/client'
import type { Ids } from '@/lib/tooling/access-list'
import { owner } from './steps'

/** The database of a product that runs, beside it. */
export const openDatabase = (dataDir: string): Client => createClient({ url: `file:${dataDir}/personae.db` })

async function read(database: Client, sql: string, values: InValue[] = []): Promise<Row[]> {
  return (await database.execute({ sql, args: values })).rows
}

/** The id of the newest row. */
export async function newestId(database: Client, table: string, where = '1 = 1'): Promise<string> {
  const [row] = await read(database, `SELECT id FROM "${table}" WHERE ${where} ORDER BY rowid DESC LIMIT 1`)
  if (!row) throw new Error(`No ${table} where ${where}`)
  return String(row.id)
}

/** Adds a row like the first one that meets `where`, but for `changes`. */
async function copyRow(database: Client, table: string, where: string, changes: Record<string, InValue>) {
  const [row] = await read(database, `SELECT * FROM "${table}" WHERE ${where} LIMIT 1`)
  const copy: Record<string, InValue> = { ...(row as Record<string, InValue>), ...changes }
  const names = Object.keys(copy)
  await database.execute({
    sql: `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${names.map(() => '?')})`,
    args: Object.values(copy),
  })
}

export const secondWorkspace = 'second-workspace'

/** Another account with the owner's password. */
async function plantUser(database: Client, id: string): Promise<void> {
  const owned = `email = '${owner.email}'`
  await copyRow(database, 'User', owned, { id, email: `${id}@example.com`, name: id })
  const account = `userId = (SELECT id FROM "User" WHERE ${owned})`
  await copyRow(database, 'Account', account, { id: `account-${id}`, userId: id, accountId: id })
}

/** A viewer of the first workspace, and a second workspace that `stranger` owns; they sign in with the owner's password. */
export async function plantNeighbours(database: Client): Promise<Ids> {
  await plantUser(database, 'viewer')
  await plantUser(database, 'stranger')
  await copyRow(database, 'Workspace', '1 = 1', { id: secondWorkspace, name: 'Rivals' })
  await copyRow(database, 'Member', "role = 'owner'", {
    id: 'member-viewer',
    userId: 'viewer',
    role: 'viewer',
  })
  const rival = { id: 'member-rival', userId: 'stranger', workspaceId: secondWorkspace }
  await copyRow(database, 'Member', "role = 'owner'", rival)
  const workspaceId = await newestId(database, 'Workspace', `id <> '${secondWorkspace}'`)
  await database.execute({
    sql: `INSERT INTO "Invitation" (id, workspaceId, role, label, hash, expiresAt)
          VALUES ('invitation-open', ?, 'owner', 'Bob', 'hash', '2099-01-01T00:00:00.000+00:00')`,
    args: [workspaceId],
  })
  await copyRow(database, 'Job', '1 = 1', { id: 'job-erasure', workspaceId, status: 'completed' })
  await database.execute({
    sql: `INSERT INTO "Erasure" (id, workspaceId, keys, jobId) VALUES ('erasure-done', ?, '[]', 'job-erasure')`,
    args: [workspaceId],
  })
  return { member: 'member-viewer', invitation: 'invitation-open', erasure: 'erasure-done' }
}

/** Rows that change because somebody asks, whatever comes of it. */
const passing: Record<string, string[]> = { ApiToken: ['lastUsedAt'] }
const passingTables = ['Session', 'RateLimit', 'Verification']

/** One sum per table over all of its rows and columns, but for what every request changes; without those of `workspaceId`. */
export async function sumTables(database: Client, workspaceId?: string): Promise<Record<string, string>> {
  const tables = await read(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const sums: Record<string, string> = {}
  for (const name of tables.map((row) => String(row.name))) {
    if (passingTables.includes(name)) continue
    const rows = await read(database, `SELECT * FROM "${name}" ORDER BY 1`)
    const others = rows.filter((row) => workspaceId === undefined || row.workspaceId !== workspaceId)
    const kept = others.map((row) =>
      Object.entries(row).filter(([column]) => !passing[name]?.includes(column)),
    )
    const text = JSON.stringify(kept, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    sums[name] = `${others.length} rows ${createHash('sha256').update(text).digest('hex')}`
  }
  return sums
}

/** Resolves when no job is waiting or running. */
export async function waitForJobs(database: Client, milliseconds = 60_000): Promise<void> {
  const deadline = Date.now() + milliseconds
  for (;;) {
    const open = await read(database, `SELECT id FROM "Job" WHERE status IN ('queued', 'running')`)
    if (open.length === 0) return
    if (Date.now() > deadline) throw new Error(`${open.length} jobs did not end`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Ids that nothing has, in the shape of those that something has. */
export const unknownIds = (ids: Ids): Ids =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, id.replace(/[a-z0-9]/g, '7')]))
