export const likenesses = ['same', 'almost', 'mostly', 'partly', 'hardly'] as const
export type Likeness = (typeof likenesses)[number]

/**
 * What an adjusted Rand index stands for. Steinley (2004), Properties of the Hubert–Arabie adjusted Rand index: above
 * 0.9 excellent, 0.8 good, 0.65 moderate; below that we part what shares something from what is near chance.
 */
export function nameLikeness(adjustedRand: number): Likeness {
  if (adjustedRand >= 0.9) return 'same'
  if (adjustedRand >= 0.8) return 'almost'
  if (adjustedRand >= 0.65) return 'mostly'
  if (adjustedRand >= 0.2) return 'partly'
  return 'hardly'
}
