import { parseFeatureId, type ShareKind } from '@/lib/features/feature-id'
import { customerFields } from '@/lib/features/field'

/** Fields of the customer that are written without quotes. */
export const plainFields: readonly string[] = customerFields

/** Words of the language: a feature of that name is quoted. */
export const keywords: readonly string[] = [
  'and',
  'attribute',
  'between',
  'contains',
  'everybody',
  'feature',
  'field',
  'in',
  'is',
  'missing',
  'not',
  'number',
  'of',
  'or',
  'present',
  'segment',
  'share',
]

/** How a feature is written: by its bare name, as a share of spend, as a number of the brand's own, or by its id. */
export type WrittenFeature =
  | { kind: 'plain' | 'number' | 'feature'; text: string }
  | { kind: 'share'; of: ShareKind; text: string }

export function writtenFeature(id: string): WrittenFeature {
  const parsed = parseFeatureId(id)
  switch (parsed?.kind) {
    case 'catalogue': {
      const quoted = keywords.includes(id) || plainFields.includes(id)
      return { kind: quoted ? 'feature' : 'plain', text: id }
    }
    case 'attribute':
      return { kind: 'number', text: parsed.name }
    case 'share':
      return { kind: 'share', of: parsed.of, text: parsed.value }
    default:
      return { kind: 'feature', text: id }
  }
}
