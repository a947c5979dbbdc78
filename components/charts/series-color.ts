/** Number of colours in the palette (`--series-1` … `--series-12` in app/globals.css). */
export const seriesCount = 12

/** The CSS colour of a segment or measure by its colour index (from 0); after 12 the colours repeat. */
export function seriesColor(index: number): string {
  const slot = ((Math.trunc(index) % seriesCount) + seriesCount) % seriesCount
  return `var(--series-${slot + 1})`
}
