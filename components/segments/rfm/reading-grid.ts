import type { Formats } from '@/lib/shared/formatting'
import type { NamedSegment, Reading } from '../reading'

/** Below this difference (in shares) a segment's part of revenue counts as in line with its part of customers. */
const noticeable = 0.05

/** What an RFM grid says at first sight: a key under `rfm.readings`. */
export function readGrid(formats: Formats, segments: readonly NamedSegment[]): Reading {
  const total = (pick: (segment: NamedSegment) => number) =>
    segments.reduce((sum, segment) => sum + pick(segment), 0)
  const customers = total(({ size }) => size)
  const revenue = total((segment) => segment.revenue)
  const [largest] = [...segments].sort((a, b) => b.size - a.size)
  if (!largest || customers === 0) return { key: 'none', values: {} }
  const share = formats.percent(largest.size / customers)
  const ofLargest = { largest: largest.name, share }
  if (revenue <= 0) return { key: 'sizeOnly', values: ofLargest }
  const gap = (segment: NamedSegment) => segment.revenue / revenue - segment.size / customers
  const best = segments.reduce((a, b) => (gap(b) > gap(a) ? b : a))
  if (gap(best) < noticeable) return { key: 'even', values: ofLargest }
  const values = {
    best: best.name,
    customers: formats.percent(best.size / customers),
    revenue: formats.percent(best.revenue / revenue),
  }
  if (best === largest) return { key: 'same', values }
  return { key: 'apart', values: { ...values, ...ofLargest } }
}
