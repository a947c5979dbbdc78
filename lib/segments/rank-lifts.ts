import { lift, type Ratio } from '@/lib/statistics/lift'
import { median } from '@/lib/statistics/quantiles'
import type { Lift } from './insights-schema'
import type { BuyerCount } from './queries-insights-bought'

const fewestBuyers = 5
const shown = 10

type Sizes = {
  /** customers per segment */
  segments: readonly number[]
  /** customers in segments or not */
  all: number
}
type Named = Omit<Lift, 'label'>

/** Per segment what it buys more or less often than everybody, in no order; too few buyers to say are left out. */
export function measureLifts(counts: readonly BuyerCount[], { segments, all }: Sizes): Named[][] {
  return segments.map((size, segment) =>
    counts
      .filter((count) => count.segment === segment)
      .flatMap(({ id, hits, total }): Named[] => {
        const ratio: Ratio | null = lift({ hits, count: size }, { hits: total - hits, count: all - size })
        if (!ratio) return []
        const { ratio: value, low, high } = ratio
        return [{ id, customers: hits, share: hits / size, baseline: total / all, lift: value, low, high }]
      }),
  )
}

/**
 * At most ten with enough buyers: those whose lift is surely high, by the lower end of the interval (so that a chance find
 * among few buyers does not come first), then ordered by the lift itself.
 */
export function rankLifts(lifts: readonly Named[], labels: ReadonlyMap<string, string>): Lift[] {
  return lifts
    .filter(({ customers }) => customers >= fewestBuyers)
    .sort((a, b) => b.low - a.low || (a.id < b.id ? -1 : 1))
    .slice(0, shown)
    .sort((a, b) => b.lift - a.lift || (a.id < b.id ? -1 : 1))
    .map((one) => ({ ...one, label: labels.get(one.id) ?? one.id }))
}

/**
 * The middle one of a segment's lifts: who buys more of everything has a high one for everything, and likes what stands
 * out from that.
 */
export function typicalLift(lifts: readonly Pick<Lift, 'lift'>[]): number {
  return lifts.length === 0 ? 1 : median(Float64Array.from(lifts, ({ lift: value }) => value))
}

/** What a segment surely buys more often than everybody, and more than it buys more of everything. */
export function findLiked<T extends Pick<Lift, 'low'>>(lifts: readonly T[], typical: number): T[] {
  return lifts.filter(({ low }) => low > Math.max(1, typical))
}

/**
 * Of what a segment surely buys less often than everybody, and less than it buys less of everything, where most buyers are
 * missing; null when there is nothing.
 */
export function findUntried<T extends Pick<Lift, 'high' | 'share' | 'baseline'>>(
  lifts: readonly T[],
  typical: number,
): T | null {
  const missing = ({ baseline, share }: T) => baseline - share
  return lifts
    .filter(({ high }) => high < Math.min(1, typical))
    .reduce<T | null>((most, one) => (most && missing(most) >= missing(one) ? most : one), null)
}
