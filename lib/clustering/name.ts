import { AVERAGE, BY_TRAIT, type Candidate, listCandidates } from './name-candidates'
import { listTraits, type NamingProfile, sortTelling, soundOf, type Trait } from './naming-traits'

/** `name` is a key of the segment names; `trait` tells two segments of one name apart, or is the name of a 'trait'. */
export interface Suggestion {
  name: string
  trait: Trait | null
  /** what sets the segment apart, strongest first, at most 4 */
  traits: Trait[]
}

const MOST_TRAITS = 4
const TRAIT_FROM = 0.3
const MIXED = 'mixed'

/** Traits that tell a segment from the keeper of a name, most telling first. */
function distinguish(traits: readonly Trait[], keeper: NamingProfile | undefined): Trait[] {
  if (!keeper) return [...traits]
  const apart = ({ feature, z }: Trait) => (z - (keeper.z[feature] ?? 0)) * Math.sign(z)
  return [...traits].sort((a, b) => apart(b) - apart(a))
}

/**
 * Suggests a name for every segment of a run from the archetype nearest to its profile. When several want one name
 * the nearest keeps it (the larger when equally near) and the others take their next best; one without a free name
 * that fits repeats its best one with the trait that tells it apart. A segment with a strong habit and nothing else
 * special, one that no archetype fits, or any in a run without recency, frequency and monetary, is named by its most
 * telling trait ('trait'), or 'average' without one.
 * Name and trait together are unique in a run of up to 3f + 1 segments over f features.
 */
export function suggestNames(profiles: readonly NamingProfile[]): Suggestion[] {
  const candidates = profiles.map(listCandidates)
  const traits = profiles.map(listTraits)
  const chosen = new Map<number, { name: string; trait: Trait | null }>()
  const keepers = new Map<string, number>()
  const nearestFirst = candidates
    .flat()
    .sort((a, b) => a.cost - b.cost || profiles[b.segment]!.size - profiles[a.segment]!.size)
  for (const { segment, name, trait } of nearestFirst) {
    if (chosen.has(segment) || keepers.has(keyOf({ name, trait }))) continue
    chosen.set(segment, { name, trait })
    keepers.set(keyOf({ name, trait }), segment)
  }

  const used = new Set<string>()
  const rest = profiles.map((_, segment) => segment).filter((segment) => !chosen.has(segment))
  const strength = (segment: number) => Math.abs(traits[segment]![0]?.z ?? 0)
  for (const segment of rest.sort((a, b) => strength(b) - strength(a) || a - b)) {
    const options = listFallbacks(traits[segment]!, bestName(candidates[segment]!), profiles, keepers)
    const free = options.find((option) => !used.has(keyOf(option)) && !keepers.has(keyOf(option)))
    const option = free ?? options[0]!
    used.add(keyOf(option))
    chosen.set(segment, option)
  }
  return profiles.map((_, segment) => ({
    ...chosen.get(segment)!,
    traits: traits[segment]!.filter(({ z }) => Math.abs(z) >= TRAIT_FROM).slice(0, MOST_TRAITS),
  }))
}

function keyOf({ name, trait }: { name: string; trait: Trait | null }): string {
  return `${name}|${trait ? soundOf(trait.feature) : ''}|${Math.sign(trait?.z ?? 0)}`
}

const bestName = (candidates: readonly Candidate[]) => candidates.find(({ trait }) => trait === null)?.name

/** What a segment without a name of its own may be called, from the most to the least telling. */
function listFallbacks(
  traits: readonly Trait[],
  best: string | undefined,
  profiles: readonly NamingProfile[],
  keepers: Map<string, number>,
): { name: string; trait: Trait | null }[] {
  const strong = sortTelling(traits.filter(({ z }) => Math.abs(z) >= TRAIT_FROM))
  const withTraits = (name: string, some: readonly Trait[]) => some.map((trait) => ({ name, trait }))
  const keeper = best === undefined ? undefined : profiles[keepers.get(keyOf({ name: best, trait: null }))!]
  return [
    ...(best === undefined ? [] : withTraits(best, distinguish(strong, keeper))),
    ...withTraits(BY_TRAIT, strong),
    ...(strong.length > 0 ? [] : [{ name: AVERAGE, trait: null }]),
    ...withTraits(MIXED, strong),
    ...withTraits(BY_TRAIT, traits),
    { name: MIXED, trait: null },
    ...withTraits(MIXED, traits),
    ...withTraits(AVERAGE, traits),
  ]
}
