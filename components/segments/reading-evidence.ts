import type { Evidence } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import type { Reading } from './reading'

export const strengths = ['strong', 'reasonable', 'weak', 'none'] as const
export type Strength = (typeof strengths)[number]

/** Kaufman & Rousseeuw (1990), Finding Groups in Data, table 4: how much structure a mean silhouette stands for. */
export function silhouetteStrength(silhouette: number): Strength {
  if (silhouette > 0.7) return 'strong'
  if (silhouette > 0.5) return 'reasonable'
  if (silhouette > 0.25) return 'weak'
  return 'none'
}

/** An automatic run keeps a k up to this far below the best; further below, the best had a tiny segment (lib/clustering/choose-k). */
const nearTie = 0.05

type Run = { k: number; chosen: 'auto' | 'hand'; evidence: readonly Pick<Evidence, 'k' | 'silhouette'>[] }

/** Why this number of segments: where it stands among those tried, by silhouette. */
export function readEvidence(formats: Formats, run: Run): Reading {
  const own = run.evidence.find((row) => row.k === run.k)
  const tried = run.evidence.map((row) => row.k)
  const values = {
    k: formats.integer(run.k),
    from: formats.integer(Math.min(...tried)),
    to: formats.integer(Math.max(...tried)),
    silhouette: own ? formats.decimal(own.silhouette, 2) : '',
  }
  if (!own || run.chosen === 'hand') return { key: own ? 'evidence.hand' : 'evidence.none', values }
  const best = run.evidence.reduce((a, b) => (b.silhouette > a.silhouette ? b : a))
  if (best.k === run.k) return { key: 'evidence.best', values }
  const isNear = best.silhouette - own.silhouette <= nearTie
  return {
    key: !isNear ? 'evidence.passed' : best.k === 2 ? 'evidence.moreThanTwo' : 'evidence.near',
    values: {
      ...values,
      silhouette: formats.decimal(own.silhouette, 3),
      bestK: formats.integer(best.k),
      bestSilhouette: formats.decimal(best.silhouette, 3),
    },
  }
}
