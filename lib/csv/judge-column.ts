import type { ColumnProfile, ColumnType } from './column-profile'
import type { ColumnFormat } from './mapping'

/** Rows of a column that can be read in each way; counted over all filled rows, or over a sample of them. */
export type TypeCounts = {
  filled: number
  email: number
  url: number
  /** as dates, in the order that reads the most */
  date: number
  number: number
  percent: number
  boolean: number
  currency: number
  country: number
  phone: number
  /** one word of at most 40 characters */
  word: number
  /** digits and nothing else */
  digits: number
}
/** The values of rows that are only digits, by size. */
export type SerialCounts = { excel: number; seconds: number; milliseconds: number }
/** What the numbers of a column say of their decimal mark; `either`: 1.234 may be thousands or decimals. */
export type MarkCounts = { comma: number; point: number; either: number }
/** Dates written short: how many have their first or their second part above 12, and how different the parts are. */
export type OrderCounts = {
  yearFirst: number
  short: number
  firstAbove: number
  secondAbove: number
  /** the first part is above 31: a year of two digits */
  firstYear: number
  firstDistinct: number
  secondDistinct: number
  /** the two parts differ: only such dates can be read in two ways */
  unlike: number
  /** with points between the parts, which nobody writes month first */
  dotted: number
}

/** Share of a column's values that must be readable as a type for it to be that type. */
const enough = 0.8
/** The same for what could as well be something else: digits as dates, a few words as countries. */
const nearlyAll = 0.95
/** In a column of so few values one slip of the pen does not change what the others are. */
const [fewest, few] = [3, 9]
/** Share of different values from which on words without blanks are ids. */
const idDistinct = 0.9
/** With fewer different values codes are classes rather than ids: level2, Q4, DE01. */
const fewestIds = 20
/** C-1001, #1001, P5, SKU_88A, a number of 15 digits or more, and what a spreadsheet makes of one. */
export const codePattern =
  '#?[A-Za-z]{0,10}[-_#]?[0-9]+[A-Za-z0-9_-]{0,20}|[0-9]{15,}|[0-9][.][0-9]+E[+][0-9]+'
/** What a spreadsheet leaves of a long id: 5.11E+18. */
export const damagedPattern = '[0-9][.][0-9]+E[+][0-9]+'

/**
 * The type of a column by what its values can be read as; `distinct` different ones of `counts.filled`, `codes` of them
 * made like the ids of a shop (see codePattern), which an order line may repeat.
 */
export function judgeType(counts: TypeCounts, distinct: number, codes = 0): ColumnType {
  const { filled } = counts
  if (filled === 0) return 'empty'
  const forgiven = filled >= fewest && filled <= few ? 1 : 0
  const mostly = (count: number, share = enough) => count >= Math.min(share * filled, filled - forgiven)
  if (mostly(counts.email)) return 'email'
  if (mostly(counts.url)) return 'url'
  if (mostly(counts.date, counts.digits >= enough * filled ? nearlyAll : enough)) return 'date'
  if (mostly(counts.percent)) return 'percent'
  if (mostly(counts.number)) return 'number'
  if (mostly(counts.boolean)) return 'boolean'
  if (counts.currency >= nearlyAll * filled) return 'currency'
  if (counts.country >= nearlyAll * filled) return 'country'
  if (mostly(counts.phone)) return 'phone'
  if (counts.word < nearlyAll * filled || filled < 2) return 'text'
  return distinct > idDistinct * filled || (codes >= nearlyAll * filled && distinct > fewestIds)
    ? 'id'
    : 'text'
}

/** Rows that can be read as the type. */
export function countReadable(counts: TypeCounts, type: ColumnType): number {
  if (type === 'empty') return 0
  if (type === 'text') return counts.filled
  if (type === 'id') return counts.word
  return counts[type]
}

/** How numbers are written, and whether that is only a guess. */
export function judgeMark({ comma, point, either }: MarkCounts): Pick<ColumnProfile, 'ambiguous' | 'format'> {
  const ambiguous = comma === 0 && point === 0 && either > 0 ? 'decimalMark' : null
  return { format: { decimalMark: comma > point ? ',' : '.' }, ambiguous }
}

/**
 * In which order the short dates of a column stand, and whether that is only a guess. A part above 12 is the day;
 * without one the part with more different values is the likelier (in a file sorted by time the month hardly changes).
 */
export function judgeOrder(counts: OrderCounts): Pick<ColumnProfile, 'ambiguous' | 'format'> {
  const { yearFirst, short, firstAbove, secondAbove } = counts
  if (short === 0 || counts.firstYear > short / 2) return { format: { dates: 'ymd' }, ambiguous: null }
  if (firstAbove !== secondAbove) {
    return { format: { dates: firstAbove > secondAbove ? 'dmy' : 'mdy' }, ambiguous: null }
  }
  if (counts.dotted > short / 2) return { format: { dates: 'dmy' }, ambiguous: null }
  const likelier = counts.secondDistinct > counts.firstDistinct ? 'mdy' : 'dmy'
  const isPlain = yearFirst > short || counts.unlike === 0
  return { format: { dates: likelier }, ambiguous: isPlain ? null : 'dayMonth' }
}

/** How digits that may count days or seconds are read where the header says that they are dates. */
export function judgeSerial(counts: SerialCounts, filled: number): ColumnFormat {
  const styles = ['excel', 'seconds', 'milliseconds'] as const
  const style = styles.find((each) => counts[each] >= nearlyAll * filled)
  return style && filled > 0 ? { dates: style } : {}
}

/**
 * Files write all their dates alike: where some columns show which part is the day, and all that do show the same, the
 * others of the file follow them.
 */
export function agreeOnOrder<T extends Pick<ColumnProfile, 'ambiguous' | 'format'>>(
  columns: readonly T[],
): T[] {
  const shown = new Set(
    columns.flatMap(({ ambiguous, format }) =>
      ambiguous === null && (format.dates === 'dmy' || format.dates === 'mdy') ? [format.dates] : [],
    ),
  )
  const [dates] = shown
  if (!dates || shown.size > 1) return [...columns]
  return columns.map((column) =>
    column.ambiguous === 'dayMonth'
      ? { ...column, ambiguous: null, format: { ...column.format, dates } }
      : column,
  )
}
