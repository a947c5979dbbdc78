import { type Archetype, archetypes, coreFeatures, sideWeights } from './archetypes'

/** z = (segment mean − overall mean) ÷ overall standard deviation, on the prepared values. */
export interface Trait {
  feature: string
  z: number
}

/** `name` is a key of the segment names; `trait` tells two segments of one name apart, or is the name of a 'trait'. */
export interface Suggestion {
  name: string
  trait: Trait | null
  /** what sets the segment apart, strongest first, at most 4 */
  traits: Trait[]
}

export interface NamingProfile {
  /** per feature id */
  z: Readonly<Record<string, number>>
  size: number
}

const MOST_TRAITS = 4
const TRAIT_FROM = 0.3
/** root mean square of the weighted misses beyond which a name does not fit */
const FIT = 0.65
/** how much worse than its best name another one may fit */
const NEXT_BEST = 0.3
/** share of a target that a segment must reach for the name's claim to hold */
const CLAIM = 1 / 3
const MIXED = 'mixed'
const AVERAGE = 'average'
const BY_TRAIT = 'trait'

interface Candidate {
  segment: number
  name: string
  cost: number
}

function listTraits({ z }: NamingProfile): Trait[] {
  return Object.entries(z)
    .filter(([, value]) => Number.isFinite(value) && value !== 0)
    .map(([feature, value]) => ({ feature, z: value }))
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.feature < b.feature ? -1 : 1))
}

function claimHolds({ needs, target, coreWithin }: Archetype, z: NamingProfile['z']): boolean {
  const limit = coreWithin ?? Number.POSITIVE_INFINITY
  if (coreFeatures.some((feature) => Math.abs(z[feature] ?? 0) > limit)) return false
  return needs.every((feature) => {
    const value = z[feature]
    const wanted = target[feature] ?? 0
    return value !== undefined && value * Math.sign(wanted) >= CLAIM * Math.abs(wanted)
  })
}

/** Weighted root mean square distance to the target; going further than a pronounced target counts half. */
function measureMiss({ target, coreWeight = 1 }: Archetype, z: NamingProfile['z']): number {
  let weights = 0
  let sum = 0
  const add = (feature: string, weight: number) => {
    const value = z[feature]
    if (value === undefined || !Number.isFinite(value)) return
    const wanted = target[feature] ?? 0
    const beyond = Math.abs(wanted) >= 0.5 && (value - wanted) * Math.sign(wanted) > 0
    weights += weight
    sum += weight * ((value - wanted) * (beyond ? 0.5 : 1)) ** 2
  }
  for (const feature of coreFeatures) add(feature, coreWeight)
  // a side feature that gives the archetype its name weighs as much as a core one
  for (const [feature, weight] of Object.entries(sideWeights)) {
    add(feature, Math.abs(target[feature] ?? 0) >= 1 ? 1 : weight)
  }
  return Math.sqrt(sum / weights)
}

/** The names that fit a segment, best first. None when none of recency, frequency, monetary is in the run. */
function listCandidates({ z }: NamingProfile, segment: number): Candidate[] {
  if (!coreFeatures.some((feature) => Number.isFinite(z[feature]))) return []
  const fitting = archetypes
    .filter((archetype) => claimHolds(archetype, z))
    .map((archetype) => ({ segment, name: archetype.name, cost: measureMiss(archetype, z) }))
    .sort((a, b) => a.cost - b.cost)
  const limit = Math.min(FIT, (fitting[0]?.cost ?? 0) + NEXT_BEST)
  return fitting.filter(({ cost }) => cost <= limit)
}

/** Traits that tell a segment from the keeper of a name, most telling first. */
function distinguish(traits: readonly Trait[], keeper: NamingProfile | undefined): Trait[] {
  if (!keeper) return [...traits]
  const apart = ({ feature, z }: Trait) => (z - (keeper.z[feature] ?? 0)) * Math.sign(z)
  return [...traits].sort((a, b) => apart(b) - apart(a))
}

/**
 * Suggests a name for every segment of a run from the archetype nearest to its profile. When several want one name
 * the nearest keeps it (the larger when equally near) and the others take their next best; one without a free name
 * that fits repeats its best one with the trait that tells it apart. A segment that no archetype fits, or a run
 * without recency, frequency and monetary, is named by its strongest trait ('trait'), or 'average' without one.
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
  for (const { segment, name } of nearestFirst) {
    if (chosen.has(segment) || keepers.has(name)) continue
    chosen.set(segment, { name, trait: null })
    keepers.set(name, segment)
  }

  const used = new Set<string>()
  const rest = profiles.map((_, segment) => segment).filter((segment) => !chosen.has(segment))
  const strength = (segment: number) => Math.abs(traits[segment]![0]?.z ?? 0)
  for (const segment of rest.sort((a, b) => strength(b) - strength(a) || a - b)) {
    const options = listFallbacks(traits[segment]!, candidates[segment]![0]?.name, profiles, keepers)
    const free = options.find((option) => !used.has(keyOf(option)) && !isKept(option, keepers))
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
  return `${name}|${trait?.feature ?? ''}|${Math.sign(trait?.z ?? 0)}`
}

function isKept(option: { name: string; trait: Trait | null }, keepers: Map<string, number>): boolean {
  return option.trait === null && keepers.has(option.name)
}

/** What a segment without a name of its own may be called, from the most to the least telling. */
function listFallbacks(
  traits: readonly Trait[],
  best: string | undefined,
  profiles: readonly NamingProfile[],
  keepers: Map<string, number>,
): { name: string; trait: Trait | null }[] {
  const strong = traits.filter(({ z }) => Math.abs(z) >= TRAIT_FROM)
  const withTraits = (name: string, some: readonly Trait[]) => some.map((trait) => ({ name, trait }))
  const keeper = best === undefined ? undefined : profiles[keepers.get(best)!]
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
