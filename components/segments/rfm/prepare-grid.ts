import { cellIndex, type RfmCell, type RfmMap } from '@/lib/rfm/rfm-map'

export type GridCell = RfmCell & {
  /** its place in the map's cells */
  index: number
  segment: number
  r: number
  f: number
  m: number | null
  /** of all customers of the map */
  share: number
}

/** The cells of one monetary score (null on a map of two axes): rows from the best recency, columns to the best frequency. */
export type GridPlane = { m: number | null; customers: number; rows: GridCell[][] }

/** A map's cells as they are drawn, the best monetary score first. */
export function prepareGrid({ bins, axes, cells }: RfmMap, figures: readonly RfmCell[]): GridPlane[] {
  const total = figures.reduce((sum, { customers }) => sum + customers, 0)
  const upwards = Array.from({ length: bins }, (_, i) => i + 1)
  const downwards = [...upwards].reverse()
  return (axes === 'rf' ? [null] : downwards).map((m) => {
    const rows = downwards.map((r) =>
      upwards.map((f): GridCell => {
        const index = cellIndex(bins, { r, f, m })
        const { customers, revenue } = figures[index] ?? { customers: 0, revenue: 0 }
        const share = total > 0 ? customers / total : 0
        return { index, segment: cells[index]!, r, f, m, customers, revenue, share }
      }),
    )
    return { m, customers: rows.flat().reduce((sum, { customers }) => sum + customers, 0), rows }
  })
}

/** 'R5 F3 M2' */
export function writeScores({ r, f, m }: Pick<GridCell, 'r' | 'f' | 'm'>): string {
  return m === null ? `R${r} F${f}` : `R${r} F${f} M${m}`
}
