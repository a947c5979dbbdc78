/** A part's share of a whole; null when the whole is not positive, where a share would mislead. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
