import type { FieldKind } from '@/lib/csv/fields'

export const isDateKind = (kind: FieldKind): boolean => kind === 'date' || kind === 'datetime'

export const isNumberKind = (kind: FieldKind): boolean =>
  kind === 'number' || kind === 'integer' || kind === 'money' || kind === 'rating'
