import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { matchSegments } from '@/lib/clustering/match'
import { getDatabase } from '@/lib/server/database'
import { warehousePath } from '@/lib/warehouse/paths'
import { countOverlap } from './queries-compare'
import { findSegmentNames } from './repository-names'

export type KeptName = { color: number; name: string | null }

/** Colours for segments without one: the first that no segment of either run has. */
function fillColors(kept: readonly (number | null)[], earlier: readonly number[]): number[] {
  const used = new Set([...earlier, ...kept.filter((color) => color !== null)])
  let next = 0
  return kept.map((color) => {
    if (color !== null) return color
    while (used.has(next)) next++
    used.add(next)
    return next
  })
}

/**
 * Colours and own names for the `k` segments of a new run, whose customers are in the temporary table `memberships`: a
 * segment with a counterpart in the finished run `similarTo` has that one's, every other a colour of its own. All
 * colours differ. A run that was deleted in the meantime has nothing to hand on.
 */
export async function keepNames(input: {
  connection: DuckDBConnection
  dataDir: string
  workspaceId: string
  similarTo: string
  k: number
}): Promise<KeptName[]> {
  const { connection, dataDir, workspaceId, similarTo, k } = input
  const earlier = await findSegmentNames(await getDatabase(), workspaceId, similarTo)
  if (!earlier) return Array.from({ length: k }, (_, color) => ({ color, name: null }))
  const { segments, file } = earlier
  const overlap = await countOverlap(connection, warehousePath(dataDir, file), k, segments.length)
  const counterparts = matchSegments(overlap).map((other) => (other === null ? null : segments[other]!))
  const colorOf = ({ color, position }: (typeof segments)[number]) => color ?? position
  const colors = fillColors(
    counterparts.map((one) => one && colorOf(one)),
    segments.map(colorOf),
  )
  return counterparts.map((one, i) => ({ color: colors[i]!, name: one?.name ?? null }))
}
