import { emailKinds } from './email-kind'
import { type ParsedFeature, parseFeatureId } from './feature-id'
import { attributeName, customerFields } from './field'

/** A translator of the namespace `features`. */
export type FeatureTranslator = {
  (key: string, values?: Record<string, string | number>): string
  has(key: string): boolean
}

/** What a field is called: in the reader's language, or an attribute's name as uploaded. */
export function wordField(t: FeatureTranslator, field: string): string {
  const attribute = attributeName(field)
  if (attribute !== null) return attribute
  return customerFields.some((one) => one === field) ? t(`own.fields.${field}`) : field
}

/** A value of a field (null: all rarer ones); as uploaded but for kinds of e-mail addresses. */
export function wordFieldValue(t: FeatureTranslator, field: string, value: string | null): string {
  if (value === null) return t('own.others')
  const isKind = field === 'email_kind' && emailKinds.some((kind) => kind === value)
  return isKind ? t(`own.emailKinds.${value}`) : value
}

function wordOwn(t: FeatureTranslator, parsed: Exclude<ParsedFeature, { kind: 'catalogue' }>) {
  switch (parsed.kind) {
    case 'attribute':
      return { name: parsed.name, meaning: t('own.attribute', { name: parsed.name }) }
    case 'level': {
      const field = wordField(t, parsed.field)
      const value = wordFieldValue(t, parsed.field, parsed.value)
      return { name: t('own.level', { field, value }), meaning: t('own.levelMeaning', { field, value }) }
    }
    case 'share':
      return {
        name: t(`own.shares.${parsed.of}`, { value: parsed.value }),
        meaning: t(`own.shareMeanings.${parsed.of}`, { value: parsed.value }),
      }
  }
}

/** The name of a feature and what it says in a line; an id of no known feature is its own name. */
export function wordFeature(t: FeatureTranslator, id: string): { name: string; meaning: string } {
  const parsed = parseFeatureId(id)
  if (parsed && parsed.kind !== 'catalogue') return wordOwn(t, parsed)
  if (!parsed || !t.has(`${id}.name`)) return { name: id, meaning: '' }
  return { name: t(`${id}.name`), meaning: t(`${id}.meaning`) }
}
