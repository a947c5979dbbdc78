import 'server-only'
import { columnMeans, totalSquares } from '@/lib/clustering/matrix'
import { measureColumn } from '@/lib/clustering/measure-column'
import { applyPreparation } from '@/lib/clustering/prepare'
import { silhouettes } from '@/lib/clustering/silhouette'
import { calinskiHarabasz, daviesBouldin } from '@/lib/clustering/validity'
import { getDatabase } from '@/lib/server/database'
import { getWarehouse } from '@/lib/server/warehouse'
import { AppError } from '@/lib/shared/errors'
import { moments } from '@/lib/statistics/moments'
import { characterise } from './characterise'
import type { Computed, ComputeInput, NewSegment } from './compute'
import type { FeatureTable } from './feature-table'
import { findAvailability } from './queries-availability'
import { loadFeatures } from './queries-features'
import { appendMemberships, type Memberships } from './queries-write'
import { findSegmentation } from './repository'
import type { Evidence, KmeansView, SegmentationModel, SegmentationResult } from './schema'
import type { ScoredSettings } from './settings-schema'
import { findUnavailable } from './unavailable'
import { viewSegmentation } from './view'

type Base = Pick<KmeansView, 'result' | 'segments'> & { model: SegmentationModel }

async function findBase(workspaceId: string, id: string): Promise<Base> {
  const view = viewSegmentation(await findSegmentation(await getDatabase(), workspaceId, id))
  if (view.state !== 'completed' || (view.kind !== 'kmeans' && view.kind !== 'scored')) {
    throw new AppError('notFound')
  }
  const { result, segments } = view
  if (!result.model) throw new AppError('noModel')
  return { result, segments, model: result.model }
}

/** How well the segments are told apart in these data; nothing where fewer than two of them have customers. */
function measureQuality(data: Float64Array, columns: number, labels: Int32Array, k: number, seed: number) {
  const rows = labels.length
  if (new Set(labels).size < 2) return { quality: null, silhouetteRows: 0, clusters: [] }
  const { rows: silhouetteRows, scores } = silhouettes(data, rows, columns, [{ labels, k }], { seed })
  const { mean, clusters } = scores[0]!
  const quality = {
    k,
    silhouette: mean,
    calinskiHarabasz: calinskiHarabasz(data, rows, columns, labels, k),
    daviesBouldin: daviesBouldin(data, rows, columns, labels, k),
  }
  return { quality, silhouetteRows, clusters }
}

/** Share of the variance of the prepared data (rows × columns) along each axis of the map. */
function explainVariance(data: Float64Array, columns: number, { x, y }: Memberships): number[] {
  const rows = data.length / columns
  const total = totalSquares(data, rows, columnMeans(data, rows, columns)) / rows
  return [x, y].map((axis) => (total > 0 ? moments(axis).sd ** 2 / total : 0))
}

function describeFeatures({ features, records }: SegmentationModel, values: FeatureTable['values']) {
  return records.map(({ transform, scale, impute, weight, fill }, i) => {
    const { missing, mean, median, sd } = measureColumn(values[i]!)
    return { id: features[i]!, transform, scale, impute, weight, fill, missing, mean, median, sd }
  })
}

type Scored = Omit<Computed, 'result'> & { result: SegmentationResult; memberships: Memberships }

/**
 * The customers of a table put into the segments of an earlier run by its model: values prepared with its records, the
 * nearest of its centroids, its names, colours and map. Throws AppError noPurchases.
 */
export function scoreCustomers(table: FeatureTable, base: Base): Scored {
  if (table.customerIds.length === 0) throw new AppError('noPurchases')
  const { model } = base
  const columns = model.features.length
  const k = base.result.k
  const { seed } = base.result
  const data = applyPreparation(table.values, model.records)
  const unmeasured = characterise(table, data, model, [])
  const { memberships } = unmeasured
  const { quality, silhouetteRows, clusters } = measureQuality(data, columns, memberships.segment, k, seed)
  const inertia = memberships.distance.reduce((sum, distance) => sum + distance ** 2, 0)
  const evidence: Evidence[] = quality ? [{ ...quality, inertia, stability: null, elbow: false }] : []
  const segments = unmeasured.segments.map((segment, position): NewSegment => {
    const { name, color, suggestion } = base.segments[position]!
    return {
      ...segment,
      name,
      color,
      suggestion: { ...suggestion, traits: segment.suggestion.traits },
      profile: { ...segment.profile, silhouette: clusters[position] ?? null },
    }
  })
  return {
    features: model.features,
    memberships,
    segments,
    silhouettes: segments.map(({ profile }) => profile.silhouette),
    result: {
      k,
      chosen: base.result.chosen,
      features: describeFeatures(model, table.values),
      evidence,
      stabilitySample: 0,
      reasons: [],
      naturalGroups: null,
      silhouetteSample: silhouetteRows,
      stability: [],
      inertia,
      iterations: 0,
      converged: true,
      seed,
      pca: { explained: explainVariance(data, columns, memberships), axes: base.result.pca.axes },
      withoutPurchase: table.withoutPurchase,
      model,
    },
  }
}

/**
 * Segments of another day or of newer data by the model of an earlier run. Throws AppError notFound, noModel,
 * noPurchases or featureUnavailable.
 */
export async function computeScored(input: ComputeInput<ScoredSettings>): Promise<Computed> {
  const { connection, workspaceId, dataDir, batches, settings, report } = input
  const base = await findBase(workspaceId, settings.baseId)
  const { features } = base.model
  const options = await findAvailability(await getWarehouse(), dataDir, batches)
  if (!options) throw new AppError('noPurchases')
  const unavailable = findUnavailable(features, options)
  if (unavailable) throw new AppError('featureUnavailable', { feature: unavailable })
  const table = await loadFeatures(connection, dataDir, batches, features, settings.asOf)
  report('scoring', 0, null)
  const { memberships, ...scored } = scoreCustomers(table, base)
  await appendMemberships(connection, memberships)
  return scored
}
