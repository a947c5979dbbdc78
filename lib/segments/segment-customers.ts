import { chooseK } from '@/lib/clustering/choose-k'
import { type KmeansResult, kmeans } from '@/lib/clustering/kmeans'
import { findDistinctRows } from '@/lib/clustering/matrix'
import { pca } from '@/lib/clustering/pca'
import { type PreparedMatrix, prepareMatrix } from '@/lib/clustering/prepare'
import { silhouettes } from '@/lib/clustering/silhouette'
import { measureStability } from '@/lib/clustering/stability'
import { calinskiHarabasz, daviesBouldin } from '@/lib/clustering/validity'
import { completePreparations } from '@/lib/features/default-preparation'
import { AppError } from '@/lib/shared/errors'
import { characterise } from './characterise'
import type { ComputeInput, NewSegment } from './compute'
import type { FeatureTable } from './feature-table'
import type { Memberships } from './queries-write'
import type { Evidence, SegmentationResult } from './schema'
import type { KmeansSettings } from './settings-schema'

const seed = 1
const axesShown = 2
const weightsShown = 4

export type SegmentedCustomers = {
  features: string[]
  result: SegmentationResult
  /** largest first */
  segments: NewSegment[]
  silhouettes: (number | null)[]
  memberships: Memberships
}

type Report = ComputeInput<unknown>['report']
type Settings = Pick<KmeansSettings, 'features' | 'k' | 'preparation'>

type Fit = {
  fit: KmeansResult
  clusterSilhouettes: (number | null)[]
  told: Pick<
    SegmentationResult,
    'evidence' | 'silhouetteSample' | 'stability' | 'stabilitySample' | 'reasons' | 'naturalGroups'
  >
}

function fitAutomatically({ data, rows, columns }: PreparedMatrix, report: Report): Fit {
  const chosen = chooseK(data, rows, columns, {
    seed,
    onK: (_, done, total) => report('choosingK', done, total),
  })
  const index = chosen.evidence.findIndex(({ k }) => k === chosen.recommendation.k)
  return {
    fit: chosen.fits[index]!,
    clusterSilhouettes: chosen.clusterSilhouettes[index]!,
    told: {
      evidence: chosen.evidence.map(({ smallestShare, ...evidence }) => evidence),
      silhouetteSample: chosen.silhouetteRows,
      stability: chosen.clusterStability[index]!,
      stabilitySample: chosen.stabilityRows,
      reasons: chosen.recommendation.reasons,
      naturalGroups: !chosen.noNaturalGroups,
    },
  }
}

function fitByHand({ data, rows, columns }: PreparedMatrix, k: number, report: Report): Fit {
  const fit = kmeans(data, rows, columns, { k, seed, onIteration: (i) => report('clustering', i, null) })
  const { labels, inertia } = fit
  const measured = silhouettes(data, rows, columns, [{ labels, k }], { seed })
  const { mean, clusters } = measured.scores[0]!
  const stability = measureStability(data, rows, columns, [{ labels, k }], { seed })
  const stable = stability.scores[0]!
  const evidence: Evidence = {
    k,
    silhouette: mean,
    calinskiHarabasz: calinskiHarabasz(data, rows, columns, labels, k),
    daviesBouldin: daviesBouldin(data, rows, columns, labels, k),
    inertia,
    stability: stable.mean,
    elbow: false,
  }
  return {
    fit,
    clusterSilhouettes: clusters,
    told: {
      evidence: [evidence],
      silhouetteSample: measured.rows,
      stability: stable.clusters,
      stabilitySample: stability.rows,
      reasons: [],
      naturalGroups: null,
    },
  }
}

function fitSegments(matrix: PreparedMatrix, k: Settings['k'], report: Report): Fit {
  const { data, rows, columns } = matrix
  const least = k === 'auto' ? 2 : k
  if (findDistinctRows(data, rows, columns, least).length < least) {
    throw new AppError('tooFewCustomers', { customers: rows, k: least })
  }
  return k === 'auto' ? fitAutomatically(matrix, report) : fitByHand(matrix, k, report)
}

/**
 * From features to segments, largest first: prepares the columns, clusters them (K chosen by evidence or given),
 * describes the segments and places every customer on a map. The same table and settings give the same answer to
 * the byte. Throws AppError noPurchases or tooFewCustomers.
 */
export function segmentCustomers(
  table: FeatureTable,
  { features, k: wished, preparation }: Settings,
  report: Report,
): SegmentedCustomers {
  if (table.customerIds.length === 0) throw new AppError('noPurchases')
  report('preparing', 0, null)
  const matrix = prepareMatrix(table.values, completePreparations(features, preparation))
  const { data, rows, columns, records } = matrix
  const { fit, clusterSilhouettes, told } = fitSegments(matrix, wished, report)
  report('describing', 0, null)
  const { mean, components, explained } = pca(data, rows, columns)
  const model = {
    features,
    records,
    centroids: Array.from(fit.centroids),
    mean: Array.from(mean),
    axes: Array.from(components.subarray(0, axesShown * columns)),
  }
  const { memberships, segments } = characterise(table, data, model, clusterSilhouettes)
  const strongest = (axis: number) =>
    features
      .map((feature, i) => ({ feature, weight: components[axis * columns + i]! }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, weightsShown)
  return {
    features,
    memberships,
    segments,
    silhouettes: clusterSilhouettes,
    result: {
      k: segments.length,
      chosen: wished === 'auto' ? 'auto' : 'hand',
      features: records.map(({ limits, scaleMean, scaleSd, ...record }, i) => ({
        id: features[i]!,
        ...record,
      })),
      ...told,
      inertia: fit.inertia,
      iterations: fit.iterations,
      converged: fit.converged,
      seed,
      pca: {
        explained: Array.from(explained.subarray(0, axesShown)),
        axes: [strongest(0), strongest(1)],
      },
      withoutPurchase: table.withoutPurchase,
      model,
    },
  }
}
