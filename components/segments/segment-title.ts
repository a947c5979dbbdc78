import { type ParsedFeature, parseFeatureId } from '@/lib/features/feature-id'
import { attributeName } from '@/lib/features/field'
import type { SegmentView, Trait } from '@/lib/segments/schema'

/** A translator of the namespace `segment-names`. */
export type NameTranslator = {
  (key: string, values?: Record<string, string>): string
  has(key: string): boolean
}

export type TitledSegment = Pick<SegmentView, 'name' | 'suggestion'>

/** What a segment is called: the user's own name, else the suggestion in words. */
export function segmentTitle(t: NameTranslator, segment: TitledSegment): string {
  return segment.name ?? suggestedTitle(t, segment)
}

/** The suggestion in words; two segments with one name are told apart by a trait, and some are named by theirs alone. */
export function suggestedTitle(t: NameTranslator, { suggestion }: TitledSegment): string {
  const { name, trait } = suggestion
  if (!trait) return t(`names.${name}.name`)
  if (name !== 'trait') return `${t(`names.${name}.name`)} · ${traitTitle(t, trait)}`
  const words = wordTrait(t, 'groups', trait)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What the suggested name stands for, in a sentence. */
export function segmentMeaning(t: NameTranslator, { suggestion }: TitledSegment): string {
  return t(`names.${suggestion.name}.meaning`)
}

/** A trait in a few words, for instance 'buys often'. */
export function traitTitle(t: NameTranslator, trait: Trait): string {
  return wordTrait(t, 'traits', trait)
}

const lastPart = (path: string) => path.split('>').at(-1)?.trim() || path

/** What a feature from the brand's own data is called in the words for it, by the key of those words. */
function readOwn(parsed: Exclude<ParsedFeature, { kind: 'catalogue' }>): [string, Record<string, string>] {
  switch (parsed.kind) {
    case 'attribute':
      return ['attribute', { name: parsed.name }]
    case 'share':
      return [parsed.of, { value: parsed.of === 'category' ? lastPart(parsed.value) : parsed.value }]
    case 'level': {
      const field = attributeName(parsed.field) ?? parsed.field
      return parsed.value === null ? ['others', { field }] : ['level', { field, value: parsed.value }]
    }
  }
}

/** `traits` says what customers do, `groups` what they are called after it. */
function wordTrait(t: NameTranslator, kind: 'traits' | 'groups', { feature, z }: Trait): string {
  const end = z > 0 ? 'high' : 'low'
  const parsed = parseFeatureId(feature)
  if (!parsed || parsed.kind === 'catalogue') return t(`${kind}.${feature}.${end}`)
  const [key, values] = readOwn(parsed)
  return t(`own.${kind}.${key}.${end}`, values)
}
