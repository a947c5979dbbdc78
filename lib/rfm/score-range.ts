import type { AxisBounds, RfmAxis } from './scores'

/**
 * What a score stands for, both ends included; but for monetary `to` is the first value that is too much. `upTo` has no
 * lower end, `from` no upper one, `any` neither; `none` = nobody can have the score.
 */
export type Range =
  | { kind: 'none' | 'any' }
  | { kind: 'upTo'; to: number }
  | { kind: 'from'; from: number }
  | { kind: 'same'; from: number }
  | { kind: 'between'; from: number; to: number }

function between(from: number, to: number): Range {
  return from === to ? { kind: 'same', from } : { kind: 'between', from, to }
}

/** Days, purchases (whole numbers) or money of those who have a score. */
export function scoreRange(axis: RfmAxis, bounds: AxisBounds, score: number): Range {
  const own = score === 1 ? undefined : (bounds[score - 2] ?? null)
  const next = bounds[score - 1] ?? undefined
  if (own === null || (own !== undefined && own === next)) return { kind: 'none' }
  if (own === undefined && next === undefined) return { kind: 'any' }
  switch (axis) {
    case 'recency': {
      if (next === undefined) return { kind: 'upTo', to: Math.floor(own!) }
      const from = Math.floor(next) + 1
      return own === undefined ? { kind: 'from', from } : between(from, Math.floor(own))
    }
    case 'frequency': {
      if (next === undefined) return { kind: 'from', from: Math.ceil(own!) }
      const to = Math.ceil(next) - 1
      if (to < 1) return { kind: 'none' }
      if (own === undefined) return to === 1 ? { kind: 'same', from: 1 } : { kind: 'upTo', to }
      return between(Math.ceil(own), to)
    }
    case 'monetary':
      if (next === undefined) return { kind: 'from', from: own! }
      return own === undefined ? { kind: 'upTo', to: next } : { kind: 'between', from: own, to: next }
  }
}
