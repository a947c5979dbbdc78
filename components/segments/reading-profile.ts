import type { Reading } from './reading'

export type ProfileCell = {
  segment: string
  feature: string
  /** standardised distance from the overall mean */
  z: number
  /** worded raw means */
  value: string
  overall: string
}

/** A segment further than this from the average (in standard deviations) is called far above or below. */
const far = 1

/** The cell of the heat map that stands out most. */
export function readProfile(cells: readonly ProfileCell[]): Reading {
  const top = cells.reduce<ProfileCell | null>(
    (best, cell) => (best && Math.abs(best.z) >= Math.abs(cell.z) ? best : cell),
    null,
  )
  if (!top || Math.abs(top.z) < 0.25) return { key: 'profile.alike', values: {} }
  const direction = top.z > 0 ? 'above' : 'below'
  const key = Math.abs(top.z) >= far ? `profile.far.${direction}` : `profile.some.${direction}`
  const { segment, feature, value, overall } = top
  return { key, values: { segment, feature, value, overall } }
}
