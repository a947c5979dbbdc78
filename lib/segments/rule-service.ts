import 'server-only'
import { everybody } from '@/lib/rules/normalise-rule'
import { printFeatureName } from '@/lib/rules/print-rule'
import type { Rule } from '@/lib/rules/rule'
import { listNames } from '@/lib/rules/walk'
import { type Member, requireRole } from '@/lib/server/access'
import { getDatabase } from '@/lib/server/database'
import { readEnv } from '@/lib/server/env'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { createMemory } from '@/lib/shared/remember'
import { readOverlap, readRuleFigures } from './queries-rules'
import { listNamedSegments } from './repository-rules'
import type { Figures, RuleCount, RuleCountRequest } from './rule-count-schema'
import { locateSegments } from './rule-segments'
import type { Overlap, RuleSegment } from './rule-segments-schema'
import { type SegmentationSummary, suggestionSchema } from './schema'
import type { SnapshotSummary } from './snapshot-schema'
import { snapshotFile } from './snapshot-service'

/** By the files of snapshots, which never change. */
const rememberTotals = createMemory<Figures>(50)

function requireNames(rule: Rule, { features, fields }: SnapshotSummary): void {
  const names = listNames(rule)
  const feature = names.features.find((id) => !features.some((one) => one.id === id))
  if (feature) throw new AppError('ruleFeatureGone', { feature: printFeatureName(feature) })
  const field = names.fields.find((name) => !fields.some((one) => one.field === name))
  if (field) throw new AppError('ruleFieldGone', { field })
}

/**
 * How many customers of a snapshot meet a rule, and what they are worth. For analysts: a rule can ask about what viewers
 * do not see. Throws AppError forbidden, notFound, ruleFeatureGone, ruleFieldGone or ruleSegmentGone.
 */
export async function countRule(member: Member, { snapshotId, rule }: RuleCountRequest): Promise<RuleCount> {
  requireRole(member, 'analyst')
  const { path, view } = await snapshotFile(member, snapshotId)
  if (!view.summary) throw new AppError('notFound')
  requireNames(rule, view.summary)
  const { workspaceId } = member
  const place = { database: await getDatabase(), workspaceId, dataDir: readEnv().dataDir }
  const segments = await locateSegments(place, listNames(rule).segmentIds)
  const warehouse = await getWarehouse()
  const [met, all] = await Promise.all([
    readRuleFigures(warehouse, path, rule, segments),
    rememberTotals(path, () => readRuleFigures(warehouse, path, everybody, new Map())),
  ])
  return { ...met, all }
}

/** Every segment of the newest finished segmentations. */
export async function listRuleSegments(member: Member): Promise<RuleSegment[]> {
  const found = await listNamedSegments(await getDatabase(), member.workspaceId)
  return found.flatMap(({ id, name, asOf, kind, segments }) => {
    const segmentation = {
      id,
      name,
      asOf: asOf.toISOString().slice(0, 10),
      kind: kind as SegmentationSummary['kind'],
    }
    return segments.map(({ position, color, suggestion, ...segment }) => ({
      ...segment,
      color: color ?? position,
      // Its name is enough here: traits describe people, who may be few.
      suggestion: { ...suggestionSchema.parse(suggestion), traits: [] },
      segmentation,
    }))
  })
}

/** Who is in both of two finished segments, and in one of them alone; throws AppError ruleSegmentGone. */
export async function getOverlap(member: Member, a: string, b: string): Promise<Overlap> {
  const { workspaceId } = member
  const place = { database: await getDatabase(), workspaceId, dataDir: readEnv().dataDir }
  const files = await locateSegments(place, [a, b])
  const [first, second] = [files.get(a)!, files.get(b)!]
  return readOverlap(await getWarehouse(), first, second, first.asOf > second.asOf ? 'a' : 'b')
}
