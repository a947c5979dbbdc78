import type { SegmentView, Trait } from '@/lib/segments/schema'

/** A translator of the namespace `segment-names`. */
export type NameTranslator = { (key: string): string; has(key: string): boolean }

export type TitledSegment = Pick<SegmentView, 'name' | 'suggestion'>

/** What a segment is called: the user's own name, else the suggestion in words. */
export function segmentTitle(t: NameTranslator, segment: TitledSegment): string {
  return segment.name ?? suggestedTitle(t, segment)
}

/** The suggestion in words; two segments with one name are told apart by a trait, and some are named by theirs alone. */
export function suggestedTitle(t: NameTranslator, { suggestion }: TitledSegment): string {
  const { name, trait } = suggestion
  if (!trait) return t(`names.${name}.name`)
  const words = traitTitle(t, trait)
  if (name === 'trait') return words.charAt(0).toUpperCase() + words.slice(1)
  return `${t(`names.${name}.name`)} · ${words}`
}

/** What the suggested name stands for, in a sentence. */
export function segmentMeaning(t: NameTranslator, { suggestion }: TitledSegment): string {
  return t(`names.${suggestion.name}.meaning`)
}

/** A trait in a few words, for instance 'buys often'. */
export function traitTitle(t: NameTranslator, trait: Trait): string {
  return t(`traits.${trait.feature}.${trait.z > 0 ? 'high' : 'low'}`)
}
