import { readGuarded } from './cells'
import type { DateOrder } from './dates'
import { type DecimalMark, numberFill } from './numbers'

const shortDate = /^([0-9]{1,2})[-/.] ?([0-9]{1,2})[-/.] ?([0-9]{4}|[0-9]{2})(?![0-9])/
const yearFirst = /^[0-9]{4}/

/**
 * The order of day and month in a column of dates. A part above 12 is the day; without one, the part with more
 * different values is (in a file sorted by time the month hardly changes). `ymd` when hardly a date is written short.
 */
export function guessDateOrder(values: readonly string[]): DateOrder {
  const dates = values.map((value) => readGuarded(value) ?? '')
  const short = dates.map((value) => shortDate.exec(value)).filter((found) => found !== null)
  const parts = short.map((found): [number, number] => [Number(found[1]), Number(found[2])])
  // A slip of the pen (99.99.2026) says nothing of the order; most parts above 31 are years.
  const plausible = parts.filter((pair) => Math.max(...pair) <= 31 && Math.min(...pair) <= 12)
  if (2 * plausible.length <= short.length) return 'ymd'
  if (dates.filter((date) => yearFirst.test(date)).length > short.length) return 'ymd'
  const first = plausible.map(([part]) => part)
  const second = plausible.map(([, part]) => part)
  const above = (parts: number[]) => parts.filter((part) => part > 12).length
  if (above(first) !== above(second)) return above(first) < above(second) ? 'mdy' : 'dmy'
  return new Set(second).size > new Set(first).size ? 'mdy' : 'dmy'
}

const fill = new RegExp(`[${numberFill}]`, 'g')

/** +1 for a comma that can only be a decimal mark, -1 for a point that can only be one, 0 for no evidence. */
function weighNumber(text: string): number {
  const digits = text.replace(fill, '').replace(/[^0-9.,]/g, '')
  const comma = digits.lastIndexOf(',')
  const point = digits.lastIndexOf('.')
  if (comma >= 0 && point >= 0) return comma > point ? 1 : -1
  const mark = Math.max(comma, point)
  if (mark < 0) return 0
  const repeated = digits.indexOf(comma >= 0 ? ',' : '.') !== mark
  const thousands = digits.length - mark - 1 === 3 && mark >= 1 && mark <= 3 && digits.charAt(0) !== '0'
  if (repeated) return comma >= 0 ? -1 : 1
  if (thousands) return 0
  return comma >= 0 ? 1 : -1
}

/** The decimal mark that most of the numbers show; a point when they show none. */
export function guessDecimalMark(values: readonly string[]): DecimalMark {
  const evidence = values.reduce((sum, value) => sum + weighNumber(readGuarded(value) ?? ''), 0)
  return evidence > 0 ? ',' : '.'
}
