const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0. Source: Lanczos's approximation with g = 7 and nine terms, about 15 digits. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  const series = lanczos.reduce((sum, term, i) => sum + (i === 0 ? term : term / (shifted + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series)
}

const mostTerms = 1000
const precise = 1e-16
const tiny = 1e-300

const awayFromZero = (value: number) => (Math.abs(value) < tiny ? tiny : value)

/** The continued fraction of DLMF 8.17.22 by Lentz's method. */
function continueFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    const step = d * c
    fraction *= step
    if (Math.abs(step - 1) < precise) break
  }
  return fraction
}

/**
 * The regularised incomplete beta function Iₓ(a, b) for 0 ≤ x ≤ 1 and a, b > 0; `rest` is 1 − x, given so that an x near 1
 * loses no digits.
 */
export function incompleteBeta(x: number, a: number, b: number, rest = 1 - x): number {
  if (x <= 0) return 0
  if (rest <= 0) return 1
  const factor = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest))
  // the fraction converges fast below the mean of the distribution; above it the mirror image does
  if (x < (a + 1) / (a + b + 2)) return (factor * continueFraction(x, a, b)) / a
  return 1 - (factor * continueFraction(rest, b, a)) / b
}
