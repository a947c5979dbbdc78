import { createRandom } from '@/lib/statistics/random'

/** Draws from one seeded stream; every part of the brand has its own, so that editing one leaves the others alone. */
export interface Draw {
  /** [0, 1). */
  unit(): number
  chance(probability: number): boolean
  /** Whole number from low to high, both inclusive. */
  whole(low: number, high: number): number
  between(low: number, high: number): number
  /** Standard normal (Box–Muller). */
  normal(): number
  pick<T>(items: readonly T[]): T
  /** Index with probability proportional to its weight. */
  weighted(weights: ArrayLike<number>): number
  shuffle<T>(items: T[]): T[]
}

export function createDraw(seed: number, stream: number): Draw {
  const unit = createRandom(seed * 1009 + stream)
  const whole = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1))
  return {
    unit,
    whole,
    chance: (probability) => unit() < probability,
    between: (low, high) => low + unit() * (high - low),
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (items) => items[Math.floor(unit() * items.length)]!,
    weighted: (weights) => drawWeighted(weights, unit()),
    shuffle: (items) => {
      for (let i = items.length - 1; i > 0; i--) {
        const j = whole(0, i)
        ;[items[i], items[j]] = [items[j]!, items[i]!]
      }
      return items
    },
  }
}

function drawWeighted(weights: ArrayLike<number>, unit: number): number {
  let total = 0
  for (let i = 0; i < weights.length; i++) total += weights[i]!
  let rest = unit * total
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i]!
    if (rest < 0) return i
  }
  return weights.length - 1
}

export function roundMoney(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100
}
