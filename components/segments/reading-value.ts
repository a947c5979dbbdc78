import type { Formats } from '@/lib/shared/formatting'
import type { NamedSegment, Reading } from './reading'

/** Below this difference (in shares) a segment's part of revenue counts as in line with its part of customers. */
const noticeable = 0.05

/** Which segment's share of net revenue differs most from its share of customers. */
export function readValue(formats: Formats, segments: readonly NamedSegment[]): Reading {
  const customers = sum(segments.map((segment) => segment.size))
  const revenue = sum(segments.map((segment) => segment.revenue))
  const largest = segments.reduce<NamedSegment | null>(
    (best, segment) => (best && best.size >= segment.size ? best : segment),
    null,
  )
  if (!largest || customers === 0) return { key: 'value.none', values: {} }
  const share = formats.percent(largest.size / customers)
  if (segments.length === 1) return { key: 'value.single', values: { name: largest.name } }
  if (revenue <= 0) return { key: 'value.sizeOnly', values: { name: largest.name, share } }
  const gap = (segment: NamedSegment) => segment.revenue / revenue - segment.size / customers
  const best = segments.reduce((a, b) => (gap(b) > gap(a) ? b : a))
  const values = {
    name: best.name,
    customers: formats.percent(best.size / customers),
    revenue: formats.percent(best.revenue / revenue),
  }
  return { key: gap(best) < noticeable ? 'value.even' : 'value.uneven', values }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
