import type { Preparation } from '@/lib/segments/settings-schema'
import type { SnapshotFeature } from '@/lib/segments/snapshot-schema'
import type { FormItem } from './form-item'

/** Changes by the item's key; what is not changed is chosen by the data. */
export type Preparations = Readonly<Record<string, Preparation>>

export const importances = { half: 0.5, normal: 1, double: 2, triple: 3 }
export type Importance = keyof typeof importances

/** The name of a weight; anything that is none of them counts as it usually does. */
export function importanceOf(weight: number): Importance {
  if (weight === importances.half) return 'half'
  if (weight === importances.double) return 'double'
  return weight === importances.triple ? 'triple' : 'normal'
}

/** the least that settings take */
const leastWeight = 0.1

export type Suggested = Required<Preparation>

export function suggestedPreparation(figures: SnapshotFeature): Suggested {
  const { transform, impute, scale } = figures
  return { transform, impute, scale, weight: 1 }
}

/** Keeps a choice only where it differs from the suggestion, so that what is left as suggested still follows the data. */
export function changePreparation(
  preparations: Preparations,
  key: string,
  change: Preparation,
  suggested: Suggested,
): Preparations {
  const { [key]: before, ...others } = preparations
  const after: Preparation = { ...before, ...change }
  if (after.transform === suggested.transform) delete after.transform
  if (after.scale === suggested.scale) delete after.scale
  if (after.impute === suggested.impute) delete after.impute
  if (after.weight === suggested.weight) delete after.weight
  return Object.keys(after).length > 0 ? { ...others, [key]: after } : others
}

/** The key's choices dropped: back to what the data suggests. */
export function resetPreparation(preparations: Preparations, key: string): Preparations {
  const { [key]: _, ...others } = preparations
  return others
}

/**
 * Preparation per feature id of the chosen items. The levels of a field share its importance: each of n levels gets
 * importance ÷ √n, so that two customers who differ in it differ as much as in one feature.
 */
export function preparationSettings(
  preparations: Preparations,
  chosen: readonly FormItem[],
): Record<string, Preparation> {
  return Object.fromEntries(
    chosen.flatMap(({ key, ids, field }) => {
      const preparation = preparations[key]
      if (!preparation) return []
      const { weight } = preparation
      const shared =
        field !== null && weight !== undefined
          ? { weight: Math.max(leastWeight, weight / Math.sqrt(ids.length)) }
          : preparation
      return ids.map((id) => [id, shared])
    }),
  )
}
