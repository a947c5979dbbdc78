import { type GroupMoments, sampleVariance } from './group-moments'
import { studentTwoSided } from './student-t'

export type WelchTest = { t: number; df: number; p: number }

/**
 * Welch's t test for equal means of two groups with variances of their own (Welch 1947), two-sided; null when a group has
 * fewer than two values. Groups that do not vary at all differ for sure (p = 0) or not at all (p = 1).
 */
export function welchTest(a: GroupMoments, b: GroupMoments): WelchTest | null {
  if (a.count < 2 || b.count < 2) return null
  const [partA, partB] = [sampleVariance(a) / a.count, sampleVariance(b) / b.count]
  const difference = a.mean - b.mean
  if (partA + partB === 0) {
    const df = a.count + b.count - 2
    return difference === 0 ? { t: 0, df, p: 1 } : { t: Math.sign(difference) * Infinity, df, p: 0 }
  }
  const t = difference / Math.sqrt(partA + partB)
  const df = (partA + partB) ** 2 / (partA ** 2 / (a.count - 1) + partB ** 2 / (b.count - 1))
  return { t, df, p: studentTwoSided(t, df) }
}
