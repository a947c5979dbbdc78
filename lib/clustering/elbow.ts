/** of the full fall, how far below the straight line a curve must hang to have an elbow at all */
const LEAST_BEND = 0.1

/**
 * The elbow of a falling curve, as its index: the point farthest below the straight line from the first to the last, on
 * axes stretched to 0 … 1. Null with fewer than 3 points or when the curve is next to straight. Source: Satopää et al.
 * 2011, Finding a 'Kneedle' in a haystack.
 */
export function findElbow(values: readonly number[]): number | null {
  const last = values.length - 1
  const fall = values[0]! - values[last]!
  if (last < 2 || !(fall > 0)) return null
  let elbow: number | null = null
  let most = LEAST_BEND
  for (let i = 1; i < last; i++) {
    const below = (values[0]! - values[i]!) / fall - i / last
    if (below <= most) continue
    most = below
    elbow = i
  }
  return elbow
}
