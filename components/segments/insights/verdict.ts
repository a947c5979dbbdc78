/** Kaufman & Rousseeuw 1990 for the silhouette, Hennig 2007 for the stability. */
const clear = { silhouette: 0.5, stability: 0.75 }
const blurred = { silhouette: 0.25, stability: 0.6 }

export type Verdict = 'clear' | 'fair' | 'blurred'

/** What a segment's silhouette and stability say together; what is not known does not count. Null without either. */
export function judgeSegment(silhouette: number | null, stability: number | null): Verdict | null {
  const known = [
    silhouette === null ? null : { value: silhouette, good: clear.silhouette, bad: blurred.silhouette },
    stability === null ? null : { value: stability, good: clear.stability, bad: blurred.stability },
  ].filter((one) => one !== null)
  if (known.length === 0) return null
  if (known.some(({ value, bad }) => value < bad)) return 'blurred'
  return known.every(({ value, good }) => value >= good) ? 'clear' : 'fair'
}
