import 'server-only'
import { formatRecord } from '@/lib/csv/write-record'
import { type Member, requireRole } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import { type CsvExport, csvResponse } from '@/lib/server/csv-response'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { findUserNames } from '@/lib/server/user-names'
import { logErasures } from './erasure-finish'
import type { ErasurePreview, ErasureView } from './erasure-schema'
import { withPerson } from './open-person'
import { findPastExports } from './past-exports'
import { digestPeople, listNames } from './queries-person'
import { countRemovals, personRemovals } from './queries-rewrite'
import { removalRows } from './removal-file'
import * as repository from './repository-erasures'

/** What erasing a customer would take, for its owner to decide; throws AppError notFound. */
export async function previewErasure(member: Member, customerId: string): Promise<ErasurePreview> {
  requireRole(member, 'owner')
  return withPerson(member, customerId, async ({ connection, dataset }) => {
    const { ids, contacts } = await listNames(connection)
    const all = [...ids, ...contacts]
    const past = await findPastExports(await getDatabase(), dataset.dataDir, member.workspaceId, all)
    return {
      customerId,
      alsoCalled: all.filter((name) => name !== customerId),
      rows: await countRemovals(connection, dataset, personRemovals()),
      exports: past.exports,
      exportsUnknown: past.unknown,
    }
  })
}

/** Has a customer erased. Imports leave the person out from now on; throws AppError notFound. */
export async function eraseCustomer(
  member: Member,
  customerId: string,
): Promise<{ erasureId: string; jobId: string }> {
  requireRole(member, 'owner')
  const keys = await withPerson(member, customerId, ({ connection, key }) => digestPeople(connection, key))
  const erasureId = crypto.randomUUID()
  const { workspaceId, userId: createdBy } = member
  const erasure = { id: erasureId, workspaceId, createdBy, keys }
  return { erasureId, jobId: await repository.createErasure(await getDatabase(), erasure) }
}

/** Lets imports take a person in again. What was erased stays gone. */
export async function liftErasure(member: Member, erasureId: string): Promise<null> {
  requireRole(member, 'owner')
  const database = await getDatabase()
  await repository.liftErasure(database, member, erasureId, new Date())
  await logErasures(database, readEnv().dataDir)
  return null
}

/** Who was erased from the workspace, as far as that is still known, newest first. */
export async function listErasures(member: Member): Promise<ErasureView[]> {
  requireRole(member, 'owner')
  const database = await getDatabase()
  const rows = await repository.listErasures(database, member.workspaceId)
  const people = rows.flatMap(({ createdBy, liftedBy }) => [createdBy, liftedBy])
  const names = await findUserNames(database, people)
  return rows.map(({ id, job, createdAt, createdBy, liftedAt, liftedBy, result }) => ({
    ...{ id, jobId: job.id, state: job.status, createdAt: createdAt.toISOString() },
    createdBy: names.get(createdBy ?? '') ?? null,
    liftedAt: liftedAt?.toISOString() ?? null,
    liftedBy: names.get(liftedBy ?? '') ?? null,
    result: repository.readResult(result),
  }))
}

/** What takes a person out of platforms that past exports went to; made from the request and kept nowhere. */
export async function downloadRemovalFile(member: Member, customerId: string): Promise<Response> {
  requireRole(member, 'owner')
  const names = await withPerson(member, customerId, ({ connection }) => listNames(connection))
  const [header = [], ...rows] = removalRows(names)
  const line = (cells: readonly string[]) => `${formatRecord(cells)}\r\n`
  async function* writeLines(): CsvExport['chunks'] {
    yield { text: rows.map(line).join(''), rows: rows.length }
  }
  const { workspaceId, userId: actorId } = member
  const database = await getDatabase()
  return csvResponse({
    name: 'removal',
    header: line(header),
    chunks: writeLines(),
    onEnd: (outcome, count) =>
      recordEvent(database, { workspaceId, actorId, action: 'person.removalFile', rows: count, outcome }),
  })
}
