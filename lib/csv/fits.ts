import type { ColumnProfile, ColumnType } from './column-profile'
import type { Field } from './fields'
import type { ColumnFormat } from './mapping'
import { readPackedItems } from './packed-items'
import { readCell } from './read-cell'

/** Share of a column's values that must be readable for its header to be believed. */
const believable = 0.8
const isSerial = ({ dates }: ColumnFormat) =>
  dates === 'excel' || dates === 'seconds' || dates === 'milliseconds'

const notNames: readonly ColumnType[] = ['number', 'percent', 'date', 'boolean', 'email', 'url']
/** What the values of a text or an id cannot be, whatever the header says. */
const otherTypes: Record<string, readonly ColumnType[]> = {
  phone: ['email', 'url', 'date', 'boolean', 'percent'],
  customer_id: ['boolean', 'percent', 'date', 'currency', 'country', 'url'],
  first_name: notNames,
  last_name: notNames,
  city: notNames,
  country: notNames,
  currency: notNames,
  gender: ['percent', 'date', 'email', 'url'],
  product_title: ['date', 'email', 'boolean'],
  title: ['date', 'email', 'boolean'],
  text: ['date', 'email', 'url', 'number'],
  channel: ['date', 'email', 'percent'],
  status: ['date', 'email', 'percent'],
  category: ['date', 'email', 'percent'],
  brand: ['date', 'email', 'percent'],
  image: ['date', 'email', 'number', 'boolean', 'percent'],
  event: ['date', 'email', 'percent'],
}

/** Share of the most frequent values that read as the field needs; 0 when none are known. */
function readableShare(field: Field, profile: ColumnProfile): number {
  const total = profile.top.reduce((sum, { rows }) => sum + rows, 0)
  const readable = profile.top.filter(({ value }) => readCell(field, value, profile.format).problem === null)
  return total > 0 ? readable.reduce((sum, { rows }) => sum + rows, 0) / total : 0
}

/** Of cells so unlike any other, fewer need to be readable. */
const believablyPacked = 0.5

/** Share of the most frequent values that are products packed in a cell. */
function packedShare({ top }: ColumnProfile): number {
  return top.filter(({ value }) => readPackedItems(value) !== null).length / Math.max(top.length, 1)
}

/** How well the values of a column are what a field needs, 0 to 1: 0 when the header cannot be meant that way. */
export function judgeFit(field: Field, profile: ColumnProfile): number {
  const { type, typeShare, filled, format } = profile
  if (filled === 0) return field.required && !field.emptyAllowed ? 0 : 0.5
  const share = (fits: boolean) => (fits ? typeShare : 0)
  if (field.field === 'email') return share(type === 'email')
  if (field.field === 'items') return packedShare(profile) > believablyPacked ? 1 : 0
  switch (field.kind) {
    case 'text':
    case 'id':
      return otherTypes[field.field]?.includes(type) && !isLone(profile) ? 0 : 1
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

/** One short value says little of a column: T may be a yes, May a date, and both a title. */
function isLone({ distinct, type, top }: ColumnProfile): boolean {
  return distinct === 1 && (type === 'boolean' || type === 'date') && (top[0]?.value.length ?? 0) < 4
}

/** Types that speak for a field by themselves. */
const ownTypes: Record<string, ColumnType> = {
  ...{ email: 'email', phone: 'phone', country: 'country', currency: 'currency', image: 'url' },
  ...{ date: 'date', datetime: 'date', number: 'number', integer: 'number', money: 'number' },
  ...{ rating: 'number', boolean: 'boolean' },
}

/** Whether the values, and not only the header, say what a column is. */
export function confirmsField({ field, kind }: Field, { type }: ColumnProfile): boolean {
  return type === (ownTypes[field] ?? ownTypes[kind])
}

/** From so many rows on, values that repeat tell that a column names no single customer. */
const tellingRows = 20
const repeatedShare = 0.3

/** Whether a column cannot tell customers apart: a yes and a no, or a handful of classes in a list of `own` customers. */
export function isNoKey({ field }: Field, { filled, distinct }: ColumnProfile, own: boolean): boolean {
  if (field !== 'customer_id' || filled < tellingRows) return false
  return distinct <= 2 || (own && distinct < repeatedShare * filled)
}

/** What shops write in place of a customer's number when somebody buys as a guest. */
const guestIds = new Set(['0', '-1', 'guest', 'none', 'anonymous', '游客'])

/** Whether a column of customer numbers has one for all guests. */
export function namesGuests({ top }: ColumnProfile): boolean {
  return top.some(({ value, rows }) => rows > 1 && guestIds.has(value.trim().toLowerCase()))
}

/** Whether each row has a value of its own; an estimated count may be off by a few per cent. */
export function isUnique({ filled, distinct, distinctExact }: ColumnProfile): boolean {
  return distinct >= (distinctExact ? 1 : 0.95) * filled
}

/** The part of a column's format that a field goes by. */
export function formatFor(field: Field, { format }: ColumnProfile): ColumnFormat {
  if (field.kind === 'date' || field.kind === 'datetime') return format.dates ? { dates: format.dates } : {}
  const isNumber = ['number', 'integer', 'money', 'rating'].includes(field.kind)
  return isNumber && format.decimalMark ? { decimalMark: format.decimalMark } : {}
}
