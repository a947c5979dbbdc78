export const interactionKinds = ['purchase', 'rating', 'cart', 'wish', 'view', 'other'] as const
export type InteractionKind = (typeof interactionKinds)[number]

export interface WeightOptions {
  /** after so many days an interaction counts half; null: age does not matter */
  halfLifeDays: number | null
  /** what an interaction of a kind counts; 0 leaves the kind out */
  kinds: Readonly<Record<InteractionKind, number>>
}

export const defaultWeights: WeightOptions = {
  halfLifeDays: 180,
  kinds: { purchase: 1, rating: 0.5, cart: 0.5, wish: 0.3, view: 0.1, other: 0.1 },
}

/** What one interaction counts: the weight of its kind × `amount` (1, a rating's share of the best …) × 2^(−age ÷ half-life). */
export function weighInteraction(
  kind: InteractionKind,
  amount: number,
  ageDays: number,
  { halfLifeDays, kinds }: WeightOptions,
): number {
  const decay = halfLifeDays === null ? 1 : 2 ** (-Math.max(0, ageDays) / halfLifeDays)
  return kinds[kind] * amount * decay
}
