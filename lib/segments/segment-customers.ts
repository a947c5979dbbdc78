import { chooseK } from '@/lib/clustering/choose-k'
import { type KmeansResult, kmeans } from '@/lib/clustering/kmeans'
import { findDistinctRows } from '@/lib/clustering/matrix'
import { suggestNames } from '@/lib/clustering/name'
import { pca } from '@/lib/clustering/pca'
import { type PreparedMatrix, prepareMatrix } from '@/lib/clustering/prepare'
import { measureDistances, profileSegments } from '@/lib/clustering/profile'
import { silhouettes } from '@/lib/clustering/silhouette'
import { calinskiHarabasz, daviesBouldin } from '@/lib/clustering/validity'
import { AppError } from '@/lib/shared/errors'
import { readColumn } from './columns'
import type { FeatureTable } from './feature-table'
import type { CreateSegmentation, Evidence, Profile, SegmentationResult, Suggestion } from './schema'

const seed = 1
const axesShown = 2
const weightsShown = 4

export type SegmentedCustomers = {
  result: SegmentationResult
  segments: { size: number; revenue: number; suggestion: Suggestion; profile: Profile }[]
  /** one per customer, in the table's order */
  labels: Int32Array
  /** to the centre of the own segment, in standard deviations */
  distances: Float64Array
  x: Float64Array
  y: Float64Array
}

type Phase = 'preparing' | 'choosingK' | 'clustering' | 'describing'
type Report = (phase: Phase, done: number, total: number | null) => void
type Settings = Pick<CreateSegmentation, 'features' | 'k'>

type Fit = {
  fit: KmeansResult
  evidence: Evidence[]
  clusterSilhouettes: (number | null)[]
  silhouetteRows: number
}

function fitAutomatically({ data, rows, columns }: PreparedMatrix, report: Report): Fit {
  const chosen = chooseK(data, rows, columns, {
    seed,
    onK: (_, done, total) => report('choosingK', done, total),
  })
  const index = chosen.evidence.findIndex(({ k }) => k === chosen.recommendation.k)
  return {
    fit: chosen.fits[index]!,
    evidence: chosen.evidence.map(({ smallestShare, ...evidence }) => evidence),
    clusterSilhouettes: chosen.clusterSilhouettes[index]!,
    silhouetteRows: chosen.silhouetteRows,
  }
}

function fitByHand({ data, rows, columns }: PreparedMatrix, k: number, report: Report): Fit {
  const fit = kmeans(data, rows, columns, { k, seed, onIteration: (i) => report('clustering', i, null) })
  const { labels, inertia } = fit
  const measured = silhouettes(data, rows, columns, [{ labels, k }], { seed })
  const { mean, clusters } = measured.scores[0]!
  const evidence = {
    k,
    silhouette: mean,
    calinskiHarabasz: calinskiHarabasz(data, rows, columns, labels, k),
    daviesBouldin: daviesBouldin(data, rows, columns, labels, k),
    inertia,
  }
  return { fit, evidence: [evidence], clusterSilhouettes: clusters, silhouetteRows: measured.rows }
}

function fitSegments(matrix: PreparedMatrix, k: Settings['k'], report: Report): Fit {
  const { data, rows, columns } = matrix
  const least = k === 'auto' ? 2 : k
  if (findDistinctRows(data, rows, columns, least).length < least) {
    throw new AppError('tooFewCustomers', { customers: rows, k: least })
  }
  return k === 'auto' ? fitAutomatically(matrix, report) : fitByHand(matrix, k, report)
}

function sumBySegment(values: Float64Array, labels: Int32Array, k: number): number[] {
  const sums = new Array<number>(k).fill(0)
  for (let row = 0; row < labels.length; row++) sums[labels[row]!]! += values[row]!
  return sums
}

/**
 * From features to segments, largest first: prepares the columns, clusters them (K chosen by evidence or given),
 * describes the segments and places every customer on a map. The same table and settings give the same answer to
 * the byte. Throws AppError noPurchases or tooFewCustomers.
 */
export function segmentCustomers(
  table: FeatureTable,
  settings: Settings,
  report: Report,
): SegmentedCustomers {
  const rows = table.customerIds.length
  if (rows === 0) throw new AppError('noPurchases')
  report('preparing', 0, null)
  const { features } = settings
  const matrix = prepareMatrix(table.values)
  const { data, columns, records } = matrix
  const { fit, evidence, clusterSilhouettes, silhouetteRows } = fitSegments(matrix, settings.k, report)
  report('describing', 0, null)
  const { labels, centroids, sizes, inertia, iterations, converged } = fit
  const k = sizes.length
  const map = pca(data, rows, columns, axesShown)
  const [x, y] = [readColumn(map.scores, axesShown, 0), readColumn(map.scores, axesShown, 1)]
  const centres = [x, y].map((axis) => sumBySegment(axis, labels, k).map((sum, i) => sum / sizes[i]!))
  const profiles = profileSegments({ raw: table.values, prepared: data, labels, k })
  const suggestions = suggestNames(
    profiles.map(({ size, features: profile }) => ({
      size,
      z: Object.fromEntries(profile.map(({ z }, i) => [features[i]!, z])),
    })),
  )
  const revenue = sumBySegment(table.revenue, labels, k)
  const strongest = (axis: number) =>
    features
      .map((feature, i) => ({ feature, weight: map.components[axis * columns + i]! }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, weightsShown)
  return {
    labels,
    distances: measureDistances(data, columns, labels, centroids),
    x,
    y,
    segments: profiles.map(({ size, features: profile }, i) => ({
      size,
      revenue: revenue[i]!,
      suggestion: suggestions[i]!,
      profile: {
        features: profile.map((one, j) => ({ id: features[j]!, ...one })),
        silhouette: clusterSilhouettes[i] ?? null,
        centre: [centres[0]![i]!, centres[1]![i]!],
      },
    })),
    result: {
      k,
      chosen: settings.k === 'auto' ? 'auto' : 'hand',
      features: records.map(({ transform, missing, fill, mean, median, sd }, i) => ({
        id: features[i]!,
        transform,
        missing,
        fill,
        mean,
        median,
        sd,
      })),
      evidence,
      silhouetteSample: silhouetteRows,
      inertia,
      iterations,
      converged,
      seed,
      pca: {
        explained: Array.from(map.explained.subarray(0, axesShown)),
        axes: [strongest(0), strongest(1)],
      },
      withoutPurchase: table.withoutPurchase,
    },
  }
}
