import { incompleteBeta } from './incomplete-beta'

/**
 * Two-sided p value of Student's t: the probability of a value at least as far from 0 with `df` > 0 degrees of freedom
 * (not only whole ones). Source: P = I(df ÷ (df + t²); df ÷ 2, ½), Abramowitz & Stegun 26.7.1 with 26.5.27.
 */
export function studentTwoSided(t: number, df: number): number {
  if (t === 0) return 1
  const squared = t * t
  if (squared === Number.POSITIVE_INFINITY) return 0
  return incompleteBeta(df / (df + squared), df / 2, 0.5, squared / (df + squared))
}
