import { parseFeatureId } from '@/lib/features/feature-id'

/** z = (segment mean − overall mean) ÷ overall standard deviation, on the prepared values. */
export interface Trait {
  feature: string
  z: number
}

export interface NamingProfile {
  /** per feature id */
  z: Readonly<Record<string, number>>
  size: number
}

/**
 * What a trait is called after; two that are called alike do not tell segments apart (the shoes of women and of men are
 * both 'Shoes lovers').
 */
export function soundOf(feature: string): string {
  const parsed = parseFeatureId(feature)
  if (parsed?.kind === 'level') return `level:${parsed.value ?? parsed.field}`
  if (parsed?.kind !== 'share') return feature
  return `${parsed.of}:${parsed.value.split('>').at(-1)?.trim()}`
}

/** How much a trait says as a name: what a segment does not buy or is not says less than what it does and is. */
export function strengthOf({ feature, z }: Trait): number {
  const kind = parseFeatureId(feature)?.kind
  return Math.abs(z) * (z < 0 && (kind === 'level' || kind === 'share') ? 0.5 : 1)
}

/** The most telling first. */
export function sortTelling(traits: readonly Trait[]): Trait[] {
  return [...traits].sort((a, b) => strengthOf(b) - strengthOf(a))
}

/** A profile's traits, strongest first. */
export function listTraits({ z }: NamingProfile): Trait[] {
  return Object.entries(z)
    .filter(([, value]) => Number.isFinite(value) && value !== 0)
    .map(([feature, value]) => ({ feature, z: value }))
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.feature < b.feature ? -1 : 1))
}
