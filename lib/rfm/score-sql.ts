import type { RfmMap } from './rfm-map'
import { type AxisBounds, type RfmAxis, type RfmBounds, rfmAxes } from './scores'

/** The score of a column (SQL) as `scoreColumn` gives it. Bounds are written as text: a decimal literal would be rounded. */
export function scoreSql(axis: RfmAxis, bounds: AxisBounds, column: string): string {
  const reaches = axis === 'recency' ? '<=' : '>='
  const steps = bounds.flatMap((bound) =>
    bound === null ? [] : [` + (${column} ${reaches} '${bound}'::DOUBLE)::INTEGER`],
  )
  return `(1${steps.join('')})`
}

/** The segment of a customer on a map; `column` gives the SQL of an axis. */
export function segmentSql(map: RfmMap, bounds: RfmBounds, column: (axis: RfmAxis) => string): string {
  const used: readonly RfmAxis[] = map.axes === 'rf' ? ['recency', 'frequency'] : rfmAxes
  const place = used.reduce(
    (before, axis) => `(${before}) * ${map.bins} + ${scoreSql(axis, bounds[axis], column(axis))} - 1`,
    '0',
  )
  return `([${map.cells.join(', ')}])[(${place}) + 1]::INTEGER`
}
