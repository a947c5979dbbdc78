const leads = [5, 2, 1]

/**
 * The roundest number in [from, to): a multiple of the largest 1, 2 or 5 × 10ⁿ that has one there, nearest to the middle.
 * Returns `from` when nothing rounder fits; needs from < to.
 */
export function roundWithin(from: number, to: number): number {
  if (from <= 0 && to > 0) return 0
  const middle = from + (to - from) / 2
  const magnitude = Math.floor(Math.log10(Math.max(Math.abs(from), Math.abs(to))))
  for (let power = magnitude + 1; power >= magnitude - 15; power--) {
    for (const lead of power > magnitude ? [1] : leads) {
      // small steps as divisors: 3 ÷ 10 is the number written 0.3, 3 × 0.1 is not
      const write = (n: number) => (power < 0 ? (n * lead) / 10 ** -power : n * lead * 10 ** power)
      const nearest = Math.round(middle / write(1))
      const found = [nearest, nearest - 1, nearest + 1]
        .map(write)
        .find((value) => value >= from && value < to)
      if (found !== undefined) return found
    }
  }
  return from
}
