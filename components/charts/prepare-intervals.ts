import { niceAxis } from './nice-ticks'

export type IntervalRow = {
  id: string
  label: string
  value: number
  /** ends of its interval */
  low: number
  high: number
  /** the value, formatted */
  text: string
  /** lines of the tooltip */
  details: readonly { label: string; value: string }[]
}

export type PreparedIntervals = {
  /** places are shares of the width */
  rows: { row: IntervalRow; at: number; from: number; to: number; cutFrom: boolean; cutTo: boolean }[]
  /** rows there are, drawn or not */
  total: number
  ticks: { value: number; place: number }[]
  /** of the line that means 'no difference' */
  reference: number
}

/** At most this many times the largest value is shown of an interval: what lies beyond is cut, with an arrow. */
const beyond = 1.5

/** Keeps the first `limit` rows and lays them on an axis that holds the reference: linear, or by ratios (logarithmic). */
export function prepareIntervals(
  rows: readonly IntervalRow[],
  { reference, scale, limit }: { reference: number; scale: 'linear' | 'ratio'; limit: number },
): PreparedIntervals {
  const drawn = rows.slice(0, limit)
  const forward = (value: number) => (scale === 'ratio' ? Math.log2(Math.max(value, 1e-6)) : value)
  const backward = (value: number) => (scale === 'ratio' ? 2 ** value : value)
  const base = forward(reference)
  const values = drawn.map(({ value }) => forward(value) - base)
  const reach = Math.max(...values.map(Math.abs), scale === 'ratio' ? 1 : 0.2) * beyond
  const ends = drawn.flatMap(({ low, high }) => [forward(low) - base, forward(high) - base])
  const least = Math.max(-reach, Math.min(0, ...values, ...ends))
  const most = Math.min(reach, Math.max(0, ...values, ...ends))
  const axis = niceAxis(least, most, 5)
  const [start, end] = axis.domain
  const place = (offset: number) => Math.min(1, Math.max(0, (offset - start) / (end - start)))
  return {
    rows: drawn.map((row) => {
      const [low, high] = [forward(row.low) - base, forward(row.high) - base]
      return {
        row,
        at: place(forward(row.value) - base),
        from: place(low),
        to: place(high),
        cutFrom: low < start,
        cutTo: high > end,
      }
    }),
    total: rows.length,
    ticks: axis.ticks.map((tick) => ({ value: backward(tick + base), place: place(tick) })),
    reference: place(0),
  }
}
