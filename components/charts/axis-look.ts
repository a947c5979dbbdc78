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
