/**
 * P values adjusted for the share of false discoveries among all of them, in the order given: the smallest level at which
 * each would be called a discovery. Source: Benjamini & Hochberg 1995.
 */
export function adjustForDiscoveries(p: readonly number[]): number[] {
  const largestFirst = p.map((_, index) => index).sort((a, b) => p[b]! - p[a]! || b - a)
  const adjusted = new Array<number>(p.length)
  let least = 1
  largestFirst.forEach((index, place) => {
    least = Math.min(least, (p[index]! * p.length) / (p.length - place))
    adjusted[index] = least
  })
  return adjusted
}
