/** What of a customer's spend a share feature is about. */
export const shareKinds = ['category', 'brand', 'channel'] as const
export type ShareKind = (typeof shareKinds)[number]

/**
 * What a feature's id stands for: one of the catalogue, a number the brand uploaded, whether a field has a value (null:
 * any value that has no level of its own), or the share of spend on a category, brand or channel.
 */
export type ParsedFeature =
  | { kind: 'catalogue'; id: string }
  | { kind: 'attribute'; name: string }
  | { kind: 'level'; field: string; value: string | null }
  | { kind: 'share'; of: ShareKind; value: string }

const catalogueId = /^[a-z][a-z0-9_]*$/
/** stands for all rarer values; as a value itself it is written %2A */
const others = '*'

const encode = (text: string) => encodeURIComponent(text).replaceAll('*', '%2A')

export const attributeId = (name: string) => `attribute:${encode(name)}`
export const shareId = (of: ShareKind, value: string) => `share:${of}:${encode(value)}`
export const levelId = (field: string, value: string | null) =>
  `level:${encode(field)}:${value === null ? others : encode(value)}`

/** The id of what was parsed. */
export function formatFeatureId(parsed: ParsedFeature): string {
  switch (parsed.kind) {
    case 'catalogue':
      return parsed.id
    case 'attribute':
      return attributeId(parsed.name)
    case 'level':
      return levelId(parsed.field, parsed.value)
    case 'share':
      return shareId(parsed.of, parsed.value)
  }
}

function readId(id: string): ParsedFeature | null {
  const [kind = '', first, second, ...rest] = id.split(':')
  if (rest.length > 0) return null
  if (first === undefined) return catalogueId.test(id) ? { kind: 'catalogue', id } : null
  const decoded = decodeURIComponent(first)
  if (kind === 'attribute' && second === undefined) return { kind, name: decoded }
  if (second === undefined) return null
  if (kind === 'level')
    return { kind, field: decoded, value: second === others ? null : decodeURIComponent(second) }
  const of = shareKinds.find((one) => one === first)
  return kind === 'share' && of ? { kind, of, value: decodeURIComponent(second) } : null
}

/** What an id stands for; null when it is not the id of any feature. Every feature has exactly one id. */
export function parseFeatureId(id: string): ParsedFeature | null {
  try {
    const parsed = readId(id)
    return parsed && formatFeatureId(parsed) === id ? parsed : null
  } catch {
    return null
  }
}
