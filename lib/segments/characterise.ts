import { suggestNames } from '@/lib/clustering/name'
import { findNearestTwo } from '@/lib/clustering/nearest-two'
import { projectRows } from '@/lib/clustering/pca'
import { profileSegments } from '@/lib/clustering/profile'
import { readColumn } from './columns'
import type { NewSegment } from './compute'
import type { FeatureTable } from './feature-table'
import type { Memberships } from './queries-write'
import type { SegmentationModel } from './schema'

export type Characterised = { memberships: Memberships; segments: NewSegment[] }

const axes = 2

function sumBySegment(values: Float64Array, labels: Int32Array, k: number): number[] {
  const sums = new Array<number>(k).fill(0)
  for (let row = 0; row < labels.length; row++) sums[labels[row]!]! += values[row]!
  return sums
}

/**
 * Puts every customer of a table into the segment with the nearest centroid and on the map, and says what the segments
 * look like. `prepared` holds the table's values ready for distances: customers × features, row-major.
 */
export function characterise(
  table: FeatureTable,
  prepared: Float64Array,
  { features, centroids, mean, axes: components }: Omit<SegmentationModel, 'records'>,
  silhouettes: readonly (number | null)[],
): Characterised {
  const columns = features.length
  const k = centroids.length / columns
  const { nearest, distance, second, secondDistance } = findNearestTwo(
    prepared,
    columns,
    Float64Array.from(centroids),
  )
  const scores = projectRows(prepared, Float64Array.from(mean), Float64Array.from(components), axes)
  const [x, y] = [readColumn(scores, axes, 0), readColumn(scores, axes, 1)]
  const profiles = profileSegments({ raw: table.values, prepared, labels: nearest, k })
  const suggestions = suggestNames(
    profiles.map(({ size, features: profile }) => ({
      size,
      z: Object.fromEntries(profile.map(({ z }, i) => [features[i]!, z])),
    })),
  )
  const revenue = sumBySegment(table.revenue, nearest, k)
  const centres = [x, y].map((axis) => sumBySegment(axis, nearest, k))
  const segments = profiles.map(
    ({ size, features: profile }, i): NewSegment => ({
      size,
      revenue: revenue[i]!,
      suggestion: suggestions[i]!,
      profile: {
        features: profile.map((one, j) => ({ id: features[j]!, ...one })),
        silhouette: silhouettes[i] ?? null,
        centre: size > 0 ? [centres[0]![i]! / size, centres[1]![i]! / size] : null,
      },
    }),
  )
  const { customerIds } = table
  return { segments, memberships: { customerIds, segment: nearest, distance, second, secondDistance, x, y } }
}
