import { estimateWidth } from './wrap-text'

/** The quiet look shared by the axes and grids of all Recharts drawings. */
export const axisLook = {
  axisLine: { stroke: 'var(--border-strong)' },
  tick: { fill: 'var(--muted)', fontSize: 12 },
  tickLine: false,
  tickMargin: 8,
} as const

export const gridLook = { stroke: 'var(--border)', strokeDasharray: '2 4' } as const

/** Room for the widest of the texts an axis may show, in pixels. */
export function axisWidth(texts: readonly string[]): number {
  return 12 + Math.max(16, ...texts.map((text) => estimateWidth(text, 12)))
}

/** A drawing as large as its frame; the first size keeps the server's drawing free of warnings. */
export const fullSize = { width: '100%', height: '100%', initialDimension: { width: 1, height: 1 } } as const

/** The vertical axis of values: `texts` are all that have to find room beside it, by default its own. */
export function valueAxis(
  { domain, ticks }: { domain: [number, number]; ticks: number[] },
  format: (value: number) => string,
  texts: readonly string[] = ticks.map(format),
) {
  const look = { ...axisLook, axisLine: false, tickMargin: 4 }
  return { domain, ticks, tickFormatter: format, width: axisWidth(texts), ...look }
}

/** The horizontal axis of a time chart. */
export function monthAxis(formatMonth: (month: string) => string) {
  const room = { interval: 'preserveStartEnd', minTickGap: 28, height: 28 } as const
  return { dataKey: 'month', scale: 'band', tickFormatter: formatMonth, ...room, ...axisLook } as const
}
