import 'server-only'
import { maskFor } from '@/lib/privacy/mask'
import { readPersonalFields } from '@/lib/privacy/personal-columns'
import { readSmallGroup } from '@/lib/privacy/repository-small-groups'
import type { Member } from '@/lib/server/access'
import { listBatches } from '@/lib/server/batches'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { warehousePath } from '@/lib/warehouse/paths'
import { compareRuns, viewRun } from './compare-runs'
import type {
  ComparedRun,
  ComparedSegment,
  Comparison,
  Flow,
  FlowKey,
  Movers,
  SaveFlow,
} from './compare-schema'
import { writeFlowRule } from './flow-rule'
import { readFlows, readMovers } from './queries-compare'
import { readIdentities } from './queries-people'
import { findSegmentation } from './repository'
import { createSegmentation } from './service'
import { hideSegment } from './small-segments'
import { viewSegmentation } from './view'

/** By the two result files, which never change. */
const rememberFlows = createMemory<Flow[]>(50)

async function requireFinished(member: Member, id: string) {
  const database = await getDatabase()
  const stored = await findSegmentation(database, member.workspaceId, id)
  const whole = viewSegmentation(stored)
  if (whole.state !== 'completed' || !stored.file) throw new AppError('notFound')
  const smallGroup = await readSmallGroup(database, member.workspaceId)
  const view = { ...whole, segments: whole.segments.map((segment) => hideSegment(segment, smallGroup)) }
  return { view, path: warehousePath(readEnv().dataDir, stored.file) }
}

async function compare(member: Member, idA: string, idB: string) {
  const [a, b] = await Promise.all([requireFinished(member, idA), requireFinished(member, idB)])
  const warehouse = await getWarehouse()
  const flows = await rememberFlows(`${a.path}\n${b.path}`, () => readFlows(warehouse, a.path, b.path))
  return { comparison: compareRuns(a.view, b.view, flows), paths: { a: a.path, b: b.path } }
}

/** Two finished segmentations of any kinds side by side; throws AppError notFound. */
export async function compareSegmentations(member: Member, a: string, b: string): Promise<Comparison> {
  return (await compare(member, a, b)).comparison
}

function findEnd(run: ComparedRun, position: number | null): ComparedSegment | null {
  if (position === null) return null
  const segment = run.segments.find((one) => one.position === position)
  if (!segment) throw new AppError('notFound')
  return segment
}

/** A page of the customers of one flow; viewers see no personal details. Throws AppError notFound. */
export async function getMovers(
  member: Member,
  { a: idA, b: idB, flow }: { a: string; b: string; flow: FlowKey },
  paging: { page: number; pageSize: number },
): Promise<Movers> {
  const { comparison, paths } = await compare(member, idA, idB)
  const { a, b, overTime, flows } = comparison
  const ends = { from: findEnd(a, flow.from), to: findEnd(b, flow.to) }
  if (!ends.from && !ends.to) throw new AppError('notFound')
  const total = flows.find(({ from, to }) => from === flow.from && to === flow.to)?.customers ?? 0
  const warehouse = await getWarehouse()
  const members = total > 0 ? await readMovers(warehouse, paths, flow, paging) : []
  const mask = maskFor(member)
  const scope = { mask, personal: await readPersonalFields(member) }
  const ids = members.map(({ customer_id }) => customer_id)
  const dataset = {
    dataDir: readEnv().dataDir,
    batches: await listBatches(await getDatabase(), member.workspaceId),
  }
  const identities = ids.length > 0 ? await readIdentities(warehouse, dataset, ids, scope) : null
  const rows = members.map(({ customer_id, before, after }) => {
    const { name = null, email = null, city = null } = identities?.get(customer_id) ?? {}
    return { customerId: mask.id(customer_id), name, email, city, before, after }
  })
  return { a, b, overTime, ...ends, total, rows }
}

/**
 * Queues a segment of the customers of one flow, by a rule on their memberships as of the later of the two days. Throws
 * AppError forbidden or notFound.
 */
export async function saveFlow(
  member: Member,
  { a: idA, b: idB, flow, name }: SaveFlow,
): Promise<{ segmentationId: string }> {
  const [{ view: a }, { view: b }] = await Promise.all([
    requireFinished(member, idA),
    requireFinished(member, idB),
  ])
  const side = (run: ComparedRun, position: number | null) => ({
    segmentId: findEnd(run, position)?.id ?? null,
    all: run.segments.filter(({ size }) => size > 0).map(({ id }) => id),
  })
  const rule = writeFlowRule(side(viewRun(a), flow.from), side(viewRun(b), flow.to))
  const [, asOf = b.asOf] = [a.asOf, b.asOf].sort()
  return createSegmentation(member, { kind: 'rule', name, asOf, rule })
}
