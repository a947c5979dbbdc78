import { moments } from './moments'

export interface HistogramOptions {
  /** wished number of bins; the real one follows from the round width (default: Sturges' rule, 5 … 40) */
  bins?: number
  /** limits to use in place of the smallest and largest value; values outside fall into the end bins */
  from?: number
  to?: number
  /** all values are whole numbers: widths of at least 1 */
  integers?: boolean
}

export interface Histogram {
  /** ascending, one more than counts; bin i holds edges[i] ≤ x < edges[i+1], the last one also its upper edge */
  edges: number[]
  counts: number[]
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const ratio = raw / power
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => ratio <= candidate * (1 + 1e-9)) ?? 10
  return factor * power
}

/** Ascending multiples of a round step (1, 2, 2.5 or 5 × a power of ten) that cover [from, to]; one bin for a single value. */
export function roundEdges(from: number, to: number, bins: number, integers = false): number[] {
  // a narrower range has no round steps in doubles
  const narrow = Math.max(1e-12, 1e-9 * Math.max(Math.abs(from), Math.abs(to)))
  if (!(to - from > narrow)) return integers || from === 0 ? [from, from + 1] : [from, from + Math.abs(from)]
  const wished = roundStep((to - from) / Math.max(1, bins))
  const step = integers ? Math.max(1, Math.ceil(wished)) : wished
  const first = Math.floor(from / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(to / step - 1e-9))
  const digits = Math.min(15, Math.max(0, 1 - Math.floor(Math.log10(step))))
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(digits)))
}

/**
 * Counts over bins of equal width with round edges. NaN and infinite values are left out; no value at all
 * gives no bins.
 */
export function histogram(values: Float64Array, options: HistogramOptions = {}): Histogram {
  const finite = values.filter(Number.isFinite)
  if (finite.length === 0) return { edges: [], counts: [] }
  const { min, max } = moments(finite)
  const sturges = Math.min(40, Math.max(5, Math.ceil(Math.log2(finite.length)) + 1))
  const edges = roundEdges(options.from ?? min, options.to ?? max, options.bins ?? sturges, options.integers)
  const counts = new Array<number>(edges.length - 1).fill(0)
  for (const value of finite) counts[findBin(edges, value)]!++
  return { edges, counts }
}

/** Index of the bin of `edges` that holds the value; the end bins take what lies outside. */
export function findBin(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (value >= edges[middle]!) low = middle
    else high = middle - 1
  }
  return low
}
