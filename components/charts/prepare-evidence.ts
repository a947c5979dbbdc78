import type { EvidenceRow } from './evidence-chart'

export const evidenceMeasures = ['silhouette', 'calinskiHarabasz', 'daviesBouldin', 'inertia'] as const
export type EvidenceMeasure = (typeof evidenceMeasures)[number]

export type EvidencePoint = { k: number; value: number | null; chosen: boolean }
export type PreparedEvidence = Record<EvidenceMeasure, EvidencePoint[]>

/** One line per measure over the numbers of segments that were tried, gaps where a measure is unknown. */
export function prepareEvidence(rows: readonly EvidenceRow[], chosen: number): PreparedEvidence {
  const ordered = [...rows].sort((a, b) => a.k - b.k)
  const line = (measure: EvidenceMeasure) =>
    ordered.map((row): EvidencePoint => {
      const value = row[measure]
      return {
        k: row.k,
        value: value !== null && Number.isFinite(value) ? value : null,
        chosen: row.k === chosen,
      }
    })
  return {
    silhouette: line('silhouette'),
    calinskiHarabasz: line('calinskiHarabasz'),
    daviesBouldin: line('daviesBouldin'),
    inertia: line('inertia'),
  }
}
