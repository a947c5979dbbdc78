import 'server-only'
import { suggestionSchema } from '@/lib/segments/schema'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { attachmentHeader } from '@/lib/shared/attachment'
import {
  type HeldMembership,
  type HeldPerson,
  type HeldRecommendations,
  type HeldRecord,
  type HeldSource,
  type HeldTable,
  heldTables,
} from './access-schema'
import { listValues } from './access-values'
import { closePerson, type FoundPerson, openPerson } from './open-person'
import { findPastExports } from './past-exports'
import { countTheirs, readTheirs, streamTheirs } from './queries-access'
import { listNames } from './queries-person'
import { listNamedResults, listPurposes, listSources, recordAccess } from './repository-access'

/** records of a table on the page; the download has all */
const recordsShown = 200

const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
/** Amounts are kept with four places. */
const amounts = new Set(['unit_price', 'discount', 'amount', 'revenue', 'cost'])
const trimZeros = (text: string) => text.replace(/\.?0+$/, '')
const present = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      if (value === null) return []
      const text = asText(value)
      return [[name, amounts.has(name) && text.includes('.') ? trimZeros(text) : text]]
    }),
  )

function toRecord(sources: ReadonlyMap<string, HeldSource>) {
  return ({ batch_id, ...row }: Record<string, unknown> & { batch_id: string }): HeldRecord[] => {
    const source = sources.get(batch_id)
    return source ? [{ values: present(row), source }] : []
  }
}

function nameSegment(found: { name: string | null; suggestion: unknown } | undefined) {
  return found ? { name: found.name, suggestion: suggestionSchema.parse(found.suggestion) } : null
}

async function readResults(
  { connection, dataset }: FoundPerson,
  workspaceId: string,
): Promise<{ memberships: HeldMembership[]; recommendations: HeldRecommendations[] }> {
  const { segmentations, recommenders } = await listNamedResults(await getDatabase(), workspaceId)
  const memberships: HeldMembership[] = []
  for (const { id, name, asOf, file, segments } of segmentations) {
    for (const row of await readTheirs(connection, dataset.dataDir, file ?? '')) {
      const { customer_id: _, segment, ...values } = row
      const position = Number(segment)
      memberships.push({
        ...{ segmentationId: id, run: name, asOf: asOf.toISOString().slice(0, 10), position },
        segment: nameSegment(segments.find((one) => one.position === position)),
        values: present(values),
      })
    }
  }
  const recommendations: HeldRecommendations[] = []
  for (const { id, name, asOf, listsFile } of recommenders) {
    const rows = await readTheirs(connection, dataset.dataDir, listsFile ?? '')
    if (rows.length === 0) continue
    const items = rows.map(({ rank, product_id, strategy }) => ({
      ...{ rank: Number(rank), productId: String(product_id), strategy: String(strategy) },
    }))
    const told = { recommenderId: id, name, asOf: asOf.toISOString().slice(0, 10) }
    recommendations.push({ ...told, items: items.sort((a, b) => a.rank - b.rank) })
  }
  return { memberships, recommendations }
}

async function describePerson(
  member: Member,
  customerId: string,
  person: FoundPerson,
  sources: ReadonlyMap<string, HeldSource>,
): Promise<HeldPerson> {
  const { connection, dataset } = person
  const { workspaceId } = member
  const database = await getDatabase()
  const { ids, contacts } = await listNames(connection)
  const all = [...ids, ...contacts]
  const past = await findPastExports(database, dataset.dataDir, workspaceId, all)
  const held = past.exports.map(({ id }) => id)
  const purposes = await listPurposes(database, workspaceId, held)
  const records: HeldRecord[] = []
  for await (const rows of streamTheirs(connection, dataset, 'customers')) {
    records.push(...rows.flatMap(toRecord(sources)))
  }
  const counts: HeldPerson['counts'] = {}
  for (const table of heldTables) {
    const count = await countTheirs(connection, dataset, table)
    if (count > 0) counts[table] = count
  }
  return {
    ...{ customerId, alsoCalled: all.filter((name) => name !== customerId) },
    ...{ values: listValues(records), counts },
    ...(await readResults(person, workspaceId)),
    exports: past.exports.map((one) => ({ ...one, purpose: purposes.get(one.id) ?? null })),
    exportsUnknown: past.unknown,
  }
}

export type HeldPage = HeldPerson & { records: Partial<Record<HeldTable, HeldRecord[]>> }

/** Everything held on one person, for a page; of each table the first 200 records. Throws AppError notFound. */
export async function getHeld(member: Member, customerId: string): Promise<HeldPage> {
  requireRole(member, 'analyst')
  const database = await getDatabase()
  const person = await openPerson(member, customerId)
  try {
    const sources = await listSources(database, member.workspaceId)
    const held = await describePerson(member, customerId, person, sources)
    const records: HeldPage['records'] = {}
    for (const table of Object.keys(held.counts) as HeldTable[]) {
      const shown: HeldRecord[] = []
      const { connection, dataset } = person
      for await (const rows of streamTheirs(connection, dataset, table, recordsShown)) {
        shown.push(...rows.flatMap(toRecord(sources)))
      }
      records[table] = shown
    }
    const rows = Object.values(held.counts).reduce((sum, count) => sum + count, held.values.length)
    await recordAccess(database, member, 'page', 'completed', rows)
    return { ...held, records }
  } finally {
    closePerson(person)
  }
}

/** The same as JSON, all of it, streamed. */
export async function downloadHeld(member: Member, customerId: string): Promise<Response> {
  requireRole(member, 'analyst')
  const database = await getDatabase()
  const person = await openPerson(member, customerId)
  let rows = 0
  async function* write(): AsyncGenerator<string> {
    const sources = await listSources(database, member.workspaceId)
    const held = await describePerson(member, customerId, person, sources)
    yield `${JSON.stringify(held, null, 1).slice(0, -2)},\n "records": {`
    for (const [index, table] of heldTables.entries()) {
      yield `${index > 0 ? ',' : ''}\n  "${table}": [`
      let first = true
      for await (const chunk of streamTheirs(person.connection, person.dataset, table)) {
        const texts = chunk.flatMap(toRecord(sources)).map((record) => JSON.stringify(record))
        rows += texts.length
        yield `${first ? '' : ','}\n   ${texts.join(',\n   ')}`
        first = false
      }
      yield ']'
    }
    yield '\n }\n}\n'
  }
  const chunks = write()
  let ended: Promise<void> | undefined
  const end = (outcome: 'completed' | 'interrupted') => {
    ended ??= recordAccess(database, member, 'json', outcome, rows).finally(() => closePerson(person))
    return ended
  }
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await chunks.next()
        if (!done) return controller.enqueue(encoder.encode(value))
        await end('completed')
        controller.close()
      } catch (error) {
        await end('interrupted')
        throw error
      }
    },
    async cancel() {
      await chunks.return(undefined)
      await end('interrupted')
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': attachmentHeader('person.json'),
    },
  })
}
