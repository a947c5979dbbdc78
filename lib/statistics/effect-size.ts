import { type GroupMoments, mergeMoments } from './group-moments'

export type EffectSize = { g: number; low: number; high: number }

/** two-sided 95 % of the standard normal distribution */
const z95 = 1.959963984540054

/**
 * Hedges' g of two groups, (mean a − mean b) ÷ pooled standard deviation × J with J = 1 − 3 ÷ (4 df − 1), and its 95 %
 * interval g ± 1.96 √V with V = J² ((nₐ + n_b) ÷ (nₐ n_b) + d² ÷ (2 (nₐ + n_b))). Source: Hedges 1981; Borenstein et al. 2009,
 * Introduction to Meta-Analysis, formulas 4.18 to 4.24. Where neither group varies, the standard deviation of both
 * together stands in for the pooled one. Null when a group has fewer than two values, or nothing varies at all.
 */
export function hedgesG(a: GroupMoments, b: GroupMoments): EffectSize | null {
  if (a.count < 2 || b.count < 2) return null
  const n = a.count + b.count
  const df = n - 2
  const within = a.squares + b.squares
  const variance = within > 0 ? within / df : mergeMoments([a, b]).squares / (n - 1)
  if (!(variance > 0)) return null
  const correction = 1 - 3 / (4 * df - 1)
  const d = (a.mean - b.mean) / Math.sqrt(variance)
  const spread = correction * Math.sqrt(n / (a.count * b.count) + d ** 2 / (2 * n))
  const g = correction * d
  return { g, low: g - z95 * spread, high: g + z95 * spread }
}
