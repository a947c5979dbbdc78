/** Beyond this many standard deviations the colour no longer changes. */
export const divergingLimit = 2

/** The colour of a standardised difference: neutral at 0, full at ±2 and beyond. */
export function divergingColor(z: number): string {
  const strength = Math.min(1, Math.abs(z) / divergingLimit)
  const end = z < 0 ? 'var(--diverging-low)' : 'var(--diverging-high)'
  return `color-mix(in oklab, ${end} ${Math.round(strength * 100)}%, var(--diverging-mid))`
}
