import type { Preparation } from '@/lib/clustering/prepare-column'
import { featureById } from './catalogue'
import { parseFeatureId } from './feature-id'

/** What stands in for a missing value of a feature by default; for levels their mean, which leans to neither side. */
export function defaultImputation(id: string): NonNullable<Preparation['impute']> {
  const parsed = parseFeatureId(id)
  if (parsed?.kind === 'level') return 'mean'
  return featureById(id)?.impute ?? (parsed?.kind === 'share' ? 'zero' : 'median')
}

const fieldOf = (id: string) => {
  const parsed = parseFeatureId(id)
  return parsed?.kind === 'level' ? parsed.field : null
}

/**
 * How the features of a run are prepared, in their order: as the user decided, else by their defaults. Each of the n
 * levels of a field weighs 1/√n, so that a field counts as much in distances as one feature.
 */
export function completePreparations(
  ids: readonly string[],
  decided: Readonly<Record<string, Preparation>>,
): Preparation[] {
  const levels = new Map<string, number>()
  for (const id of ids) {
    const field = fieldOf(id)
    if (field !== null) levels.set(field, (levels.get(field) ?? 0) + 1)
  }
  return ids.map((id) => {
    const field = fieldOf(id)
    const weight = field === null ? 1 : 1 / Math.sqrt(levels.get(field) ?? 1)
    const { transform, scale, impute = defaultImputation(id) } = decided[id] ?? {}
    return { transform, scale, impute, weight: decided[id]?.weight ?? weight }
  })
}
