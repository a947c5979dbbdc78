/** What an item owes to another one that the customer has: the share of its score. */
export interface Reason {
  item: number
  share: number
}

/** One way to say how well every item suits a customer. */
export interface Scorer {
  /** Adds the score of every item to `into` (one entry per item); 0 = nothing known. */
  score: (user: number, into: Float64Array) => void
  /** The customer's items that gave an item most of its score, strongest first. */
  reasons?: (user: number, item: number, most: number) => Reason[]
}

/** The largest contributions as shares of their sum. */
export function rankReasons(
  contributions: readonly { item: number; amount: number }[],
  most: number,
): Reason[] {
  const positive = contributions.filter(({ amount }) => amount > 0)
  const total = positive.reduce((sum, { amount }) => sum + amount, 0)
  return positive
    .sort((a, b) => b.amount - a.amount || a.item - b.item)
    .slice(0, most)
    .map(({ item, amount }) => ({ item, share: amount / total }))
}
