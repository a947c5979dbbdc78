import type { RfmCell, RfmMap } from './rfm-map'

export const rfmAxes = ['recency', 'frequency', 'monetary'] as const
export type RfmAxis = (typeof rfmAxes)[number]

/**
 * Inner bounds of an axis: one for each score from 2 on, the value that a customer must reach for it (at most as many days,
 * at least as many purchases or as much money); null where nobody reaches the score. Two equal bounds leave the lower
 * score empty.
 */
export type AxisBounds = readonly (number | null)[]
export type RfmBounds = Readonly<Record<RfmAxis, AxisBounds>>

/** Per customer: days since the last purchase, purchases, net revenue. */
export type RfmColumns = Readonly<Record<RfmAxis, Float64Array>>

/** The first place in ascending values with a value ≥ x, or > x when `after`. */
function findPlace(sorted: Float64Array, x: number, after: boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const value = sorted[middle]!
    if (value < x || (after && value === x)) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Bounds by quantiles that keep ties together, of ascending values: score s is for those with at least (s − 1) ÷ bins of all
 * customers strictly worse, however many are equal. So where most customers have one purchase, all of them score 1, and
 * scores that nobody earns stay empty. With different values these are the usual quantile groups.
 */
export function quantileBounds(axis: RfmAxis, sorted: Float64Array, bins: number): (number | null)[] {
  const rows = sorted.length
  return Array.from({ length: bins - 1 }, (_, i) => {
    const worse = Math.ceil(((i + 1) * rows) / bins)
    if (rows === 0) return null
    const place =
      axis === 'recency'
        ? findPlace(sorted, sorted[rows - worse]!, false) - 1
        : findPlace(sorted, sorted[worse - 1]!, true)
    return sorted[place] ?? null
  })
}

/** One bound at the mean: those at it or better score 2. */
export function meanBound(values: Float64Array): (number | null)[] {
  let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    sum += value
    if (value < least) least = value
    if (value > most) most = value
  }
  // rounding must not put the mean of equal values beside them
  return values.length === 0 ? [null] : [Math.min(most, Math.max(least, sum / values.length))]
}

const mapAxes = <T>(pick: (axis: RfmAxis) => T): Record<RfmAxis, T> => ({
  recency: pick('recency'),
  frequency: pick('frequency'),
  monetary: pick('monetary'),
})

/** Every column in ascending order: sorted once, however many ways of scoring look at it. */
export function sortColumns(columns: RfmColumns): RfmColumns {
  return mapAxes((axis) => columns[axis].slice().sort())
}

export function findBounds(
  columns: RfmColumns,
  { scoring, bins }: Pick<RfmMap, 'scoring' | 'bins'>,
  sorted: RfmColumns | null = null,
): RfmBounds {
  if (scoring === 'mean') return mapAxes((axis) => meanBound(columns[axis]))
  const ascending = sorted ?? sortColumns(columns)
  return mapAxes((axis) => quantileBounds(axis, ascending[axis], bins))
}

/** The score of every value, from 1: few days are good, many purchases and much money are. */
export function scoreColumn(axis: RfmAxis, bounds: AxisBounds, values: Float64Array): Uint8Array {
  const scores = new Uint8Array(values.length)
  // with both sides negated, more is better for days too
  const sign = axis === 'recency' ? -1 : 1
  const steps = Float64Array.from(bounds, (bound) =>
    bound === null ? Number.POSITIVE_INFINITY : sign * bound,
  )
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!
    let score = 1
    for (let step = 0; step < steps.length; step++) if (value >= steps[step]!) score++
    scores[i] = score
  }
  return scores
}

/** The cell of every customer on a map of the given axes, by its place in `cells` (see RfmMap). */
export function placeCustomers(
  columns: RfmColumns,
  bounds: RfmBounds,
  { bins, axes }: Pick<RfmMap, 'bins' | 'axes'>,
): Int32Array {
  const places = new Int32Array(columns.recency.length)
  const used: readonly RfmAxis[] = axes === 'rf' ? ['recency', 'frequency'] : rfmAxes
  for (const axis of used) {
    const scores = scoreColumn(axis, bounds[axis], columns[axis])
    for (let i = 0; i < places.length; i++) places[i] = places[i]! * bins + scores[i]! - 1
  }
  return places
}

/** Customers and net revenue of `count` cells. */
export function sumCells(places: Int32Array, revenue: Float64Array, count: number): RfmCell[] {
  const customers = new Int32Array(count)
  const sums = new Float64Array(count)
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    customers[place]!++
    sums[place]! += revenue[i]!
  }
  return Array.from(customers, (number, cell) => ({ customers: number, revenue: sums[cell]! }))
}
