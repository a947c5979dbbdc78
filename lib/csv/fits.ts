import type { ColumnProfile } from './column-profile'
import type { Field } from './fields'
import type { ColumnFormat } from './mapping'
import { readCell } from './read-cell'

/** Share of a column's values that must be readable for its header to be believed. */
const believable = 0.8
const isSerial = ({ dates }: ColumnFormat) =>
  dates === 'excel' || dates === 'seconds' || dates === 'milliseconds'

/** Share of the most frequent values that read as the field needs; 0 when none are known. */
function readableShare(field: Field, profile: ColumnProfile): number {
  const total = profile.top.reduce((sum, { rows }) => sum + rows, 0)
  const readable = profile.top.filter(({ value }) => readCell(field, value, profile.format).problem === null)
  return total > 0 ? readable.reduce((sum, { rows }) => sum + rows, 0) / total : 0
}

/** How well the values of a column are what a field needs, 0 to 1: 0 when the header cannot be meant that way. */
export function judgeFit(field: Field, profile: ColumnProfile): number {
  const { type, typeShare, filled, format } = profile
  if (filled === 0) return field.required && !field.emptyAllowed ? 0 : 0.5
  const share = (fits: boolean) => (fits ? typeShare : 0)
  if (field.field === 'email') return share(type === 'email')
  if (field.field === 'phone') return type === 'email' || type === 'url' || type === 'date' ? 0 : 1
  switch (field.kind) {
    case 'text':
    case 'id':
      return 1
    case 'date':
    case 'datetime':
      return share(type === 'date' || isSerial(format))
    case 'number':
    case 'integer':
    case 'money':
      return share(type === 'number' || (type === 'percent' && field.field === 'discount'))
    case 'rating':
    case 'boolean': {
      const readable = readableShare(field, profile)
      const within = field.kind === 'boolean' || type !== 'number' || Number(profile.max) <= 5
      return readable >= believable && within ? readable : 0
    }
  }
}

/** The part of a column's format that a field goes by. */
export function formatFor(field: Field, { format }: ColumnProfile): ColumnFormat {
  if (field.kind === 'date' || field.kind === 'datetime') return format.dates ? { dates: format.dates } : {}
  const isNumber = ['number', 'integer', 'money', 'rating'].includes(field.kind)
  return isNumber && format.decimalMark ? { decimalMark: format.decimalMark } : {}
}
