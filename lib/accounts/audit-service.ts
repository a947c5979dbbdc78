import 'server-only'
import { formatRecord, guardCell } from '@/lib/csv/write-record'
import { type Member, requireRole, type Viewer } from '@/lib/server/access'
import { recordEvent } from '@/lib/server/audit'
import { csvResponse } from '@/lib/server/csv-response'
import { type Database, getDatabase } from '@/lib/server/database'
import { startOfDay } from '@/lib/shared/zone-day'
import { type AuditEntryView, type AuditPage, type AuditQuery, auditPageSize } from './audit-schema'
import * as repository from './repository-audit'

const exportPageSize = 1000

type Reader = Member & { workspace: Pick<Viewer['workspace'], 'timeZone'> }

const writePlace = ({ createdAt, id }: repository.AuditPlace) => `${createdAt.getTime()}.${id}`

function readPlace(text: string): repository.AuditPlace | null {
  const match = /^(\d{1,15})\.(\w+)$/.exec(text)
  return match ? { createdAt: new Date(Number(match[1])), id: match[2] ?? '' } : null
}

function toFilter({ workspaceId, workspace }: Reader, query: AuditQuery): repository.AuditFilter {
  const { group, person, object, from, to } = query
  return {
    workspaceId,
    group,
    person,
    object,
    from: from ? startOfDay(from, workspace.timeZone) : null,
    before: to ? startOfDay(to, workspace.timeZone, true) : null,
  }
}

async function readEntries(
  database: Database,
  filter: repository.AuditFilter,
  after: repository.AuditPlace | null,
  size: number,
): Promise<{ entries: AuditEntryView[]; next: repository.AuditPlace | null }> {
  const found = await repository.listEntries(database, filter, after, size + 1)
  const shown = found.slice(0, size)
  const names = await repository.nameUsers(
    database,
    shown.flatMap(({ actorId, objectId }) => [actorId, objectId]),
  )
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null)
  const entries = shown.map((event) => ({
    id: event.id,
    at: event.createdAt.toISOString(),
    person: nameOf(event.actorId),
    action: event.action,
    objectId: event.objectId,
    objectName: nameOf(event.objectId),
    rows: event.rows,
    outcome: event.outcome,
    details: (event.details ?? {}) as AuditEntryView['details'],
  }))
  return { entries, next: found.length > size ? (shown.at(-1) ?? null) : null }
}

/** A page of who did what, newest first, with what the log can be filtered by. Owners only. */
export async function readAudit(reader: Reader, query: AuditQuery): Promise<AuditPage> {
  requireRole(reader, 'owner')
  const database = await getDatabase()
  const [page, kinds] = await Promise.all([
    readEntries(database, toFilter(reader, query), readPlace(query.after), auditPageSize),
    repository.listKinds(database, reader.workspaceId),
  ])
  const names = await repository.nameUsers(database, kinds.actors)
  const people = [...names].map(([id, name]) => ({ id, name }))
  return {
    entries: page.entries,
    next: page.next && writePlace(page.next),
    groups: [...new Set(kinds.actions.map((action) => action.split('.')[0] ?? ''))].sort(),
    people: people.sort((a, b) => a.name.localeCompare(b.name)),
  }
}

const columns = ['time', 'person', 'action', 'object', 'rows', 'outcome', 'details'] as const

function toLine(entry: AuditEntryView): string {
  const { at, person, action, objectName, objectId, rows, outcome, details } = entry
  const told = Object.keys(details).length > 0 ? JSON.stringify(details) : ''
  const cells = [at, person ?? '', action, objectName ?? objectId ?? '', String(rows ?? ''), outcome, told]
  return `${formatRecord(cells.map(guardCell))}\r\n`
}

/** The filtered log as a CSV file, times in UTC. That it was taken is itself recorded. Owners only. */
export async function exportAudit(reader: Reader, query: AuditQuery): Promise<Response> {
  requireRole(reader, 'owner')
  const database = await getDatabase()
  const filter = toFilter(reader, query)
  const { after: _, ...asked } = query
  async function* writeLines() {
    let place: repository.AuditPlace | null = null
    do {
      const page: Awaited<ReturnType<typeof readEntries>> = await readEntries(
        database,
        filter,
        place,
        exportPageSize,
      )
      yield { text: page.entries.map(toLine).join(''), rows: page.entries.length }
      place = page.next
    } while (place)
  }
  return csvResponse({
    name: 'audit-log',
    header: `\uFEFF${formatRecord(columns)}\r\n`,
    chunks: writeLines(),
    onEnd: (outcome, rows) =>
      recordEvent(database, {
        workspaceId: reader.workspaceId,
        actorId: reader.userId,
        action: 'audit.export',
        rows,
        outcome,
        details: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')),
      }),
  })
}
