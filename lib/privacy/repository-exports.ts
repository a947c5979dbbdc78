import 'server-only'
import type { Member } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import type { Database } from '@/lib/server/database'
import type { LeftOut } from './export-schema'

/** What the audit log keeps of an export; `people`, `leftOut` and `k` are null where they are not known or nobody is in it. */
export type ExportedList = {
  id: string
  /** segment, or the kind of a recommender's lists */
  what: string
  format: string
  columns: string[]
  onlyConsented: boolean
  pseudonymised: boolean
  purpose: string | null
  outcome: 'completed' | 'interrupted'
  rows: number
  people: number | null
  leftOut: LeftOut | null
  k: number | null
}

/** Ends the record of an export and notes it in the audit log, together. */
export async function finishExport(
  database: Database,
  { workspaceId, userId: actorId }: Member,
  list: ExportedList,
): Promise<void> {
  const { id, what, format, columns, onlyConsented, pseudonymised, purpose } = list
  const { outcome, rows, people, leftOut, k } = list
  await database.$transaction(async (transaction) => {
    await transaction.export.update({
      where: { id, workspaceId },
      data: { outcome, rows, columns, leftOut: leftOut ?? undefined, finishedAt: new Date() },
    })
    await recordEvent(transaction, {
      workspaceId,
      actorId,
      action: 'export.download',
      objectId: id,
      rows,
      outcome,
      details: {
        ...{ what, format, columns, filters: { onlyConsented }, purpose },
        ...{ people, leftOut, pseudonymised, k },
      },
    })
  })
}
