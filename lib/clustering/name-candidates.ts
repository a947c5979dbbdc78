import { type Archetype, archetypes, coreFeatures, sideWeights } from './archetypes'
import { listTraits, type NamingProfile, strengthOf, type Trait } from './naming-traits'

/** root mean square of the weighted misses beyond which a name does not fit */
const FIT = 0.65
/** how much worse than its best name another one may fit */
const NEXT_BEST = 0.3
/** share of a target that a segment must reach for the name's claim to hold */
const CLAIM = 1 / 3
/** from here on a habit can be what a segment is about */
const HABIT_FROM = 1
const HABIT_TARGET = 1.3
const HABIT_CORE_WEIGHT = 0.3

/** The name of a segment that is named by a trait. */
export const BY_TRAIT = 'trait'
/** Close to the average customer, without a strong habit. */
export const AVERAGE = 'average'

export interface Candidate {
  segment: number
  name: string
  trait: Trait | null
  cost: number
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
function measureMiss(
  { target, coreWeight = 1 }: Archetype,
  z: NamingProfile['z'],
  habit: string | null = null,
): number {
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
    if (feature !== habit) add(feature, Math.abs(target[feature] ?? 0) >= 1 ? 1 : weight)
  }
  if (habit) add(habit, 1)
  return Math.sqrt(sum / weights)
}

/** Whether an archetype is named after this end of a feature. */
function isArchetypical({ feature, z }: Trait): boolean {
  return archetypes.some(
    ({ needs, target }) => needs.includes(feature) && (target[feature] ?? 0) * Math.sign(z) >= 1,
  )
}

/** A strong habit as an archetype of its own: the segment is like the average customer but for that. */
function listHabits(profile: NamingProfile, segment: number): Candidate[] {
  return listTraits(profile)
    .filter((trait) => !coreFeatures.some((core) => core === trait.feature) && !isArchetypical(trait))
    .filter((trait) => strengthOf(trait) >= HABIT_FROM)
    .map((trait) => {
      const target = { [trait.feature]: HABIT_TARGET * Math.sign(trait.z) }
      const archetype = { name: BY_TRAIT, needs: [], target, coreWeight: HABIT_CORE_WEIGHT }
      return { segment, name: BY_TRAIT, trait, cost: measureMiss(archetype, profile.z, trait.feature) }
    })
}

/** The names that fit a segment, best first. None when none of recency, frequency, monetary is in the run. */
export function listCandidates(profile: NamingProfile, segment: number): Candidate[] {
  const { z } = profile
  if (!coreFeatures.some((feature) => Number.isFinite(z[feature]))) return []
  const habits = listHabits(profile, segment)
  const fitting = archetypes
    .filter((archetype) => claimHolds(archetype, z) && (archetype.name !== AVERAGE || habits.length === 0))
    .map((one): Candidate => ({ segment, name: one.name, trait: null, cost: measureMiss(one, z) }))
    .concat(habits)
    .sort((a, b) => a.cost - b.cost)
  const limit = Math.min(FIT, (fitting[0]?.cost ?? 0) + NEXT_BEST)
  return fitting.filter(({ cost }) => cost <= limit)
}
