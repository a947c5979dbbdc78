export type Ratio = { ratio: number; low: number; high: number }

/** `hits` of `count` people did it. */
export type Proportion = { hits: number; count: number }

const z95 = 1.959963984540054

const rate = ({ hits, count }: Proportion) => hits / count

/** Variance of the rate; none and all are taken as half a hit away from that (Haldane 1956), for they are not certain. */
function rateVariance({ hits, count }: Proportion): number {
  const share = hits === 0 || hits === count ? (hits + 0.5) / (count + 1) : hits / count
  return (share * (1 - share)) / count
}

function around(ratio: number, logVariance: number): Ratio {
  const factor = Math.exp(z95 * Math.sqrt(logVariance))
  return { ratio, low: ratio / factor, high: ratio * factor }
}

/**
 * Rate of one group ÷ rate of another, with its 95 % interval by the log method: Var(ln ratio) = (1 − p) ÷ x + (1 − q) ÷ y.
 * Source: Katz et al. 1978. Null when one of the groups has no hit.
 */
export function riskRatio(group: Proportion, other: Proportion): Ratio | null {
  if (!(group.hits > 0 && other.hits > 0)) return null
  const [p, q] = [rate(group), rate(other)]
  return around(p / q, rateVariance(group) / p ** 2 + rateVariance(other) / q ** 2)
}

/**
 * Rate of a group ÷ rate of everybody, the group and `rest` together, with its 95 % interval by the log method. As the
 * group is in both, Katz's variance is carried over by the delta method: with the whole's rate r = w p + (1 − w) q,
 * Var(ln(p ÷ r)) = (1 ÷ p − w ÷ r)² Var(p) + ((1 − w) ÷ r)² Var(q). Null when the group has no hit.
 */
export function lift(group: Proportion, rest: Proportion): Ratio | null {
  if (!(group.hits > 0)) return null
  if (rest.count === 0) return { ratio: 1, low: 1, high: 1 }
  const count = group.count + rest.count
  const weight = group.count / count
  const [p, r] = [rate(group), (group.hits + rest.hits) / count]
  const logVariance =
    (1 / p - weight / r) ** 2 * rateVariance(group) + ((1 - weight) / r) ** 2 * rateVariance(rest)
  return around(p / r, logVariance)
}
