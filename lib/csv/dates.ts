import type { DateForm, DatePart, WrittenStyle } from './date-forms'
import { centuryTurn, dateForms, monthInitials } from './date-forms'
import { plainText } from './half-width'
import { readInstant, serialPatterns } from './serial-dates'

/** How a column writes its dates: the order of short ones, or the number that it counts in. */
export const dateStyles = ['ymd', 'dmy', 'mdy', 'excel', 'seconds', 'milliseconds'] as const
export type DateStyle = (typeof dateStyles)[number]

type Matcher = { match: RegExp; parts: readonly DatePart[] }
const matcher = ({ pattern, parts }: DateForm): Matcher => ({ match: new RegExp(`^${pattern}$`), parts })
const matchers: Record<WrittenStyle, Matcher[]> = {
  ymd: dateForms('ymd').map(matcher),
  dmy: dateForms('dmy').map(matcher),
  mdy: dateForms('mdy').map(matcher),
}

function fullYear(text: string): number {
  return text.length === 4 ? Number(text) : Number(text) + (Number(text) < centuryTurn ? 2000 : 1900)
}

function hourOfDay(text: string, half: 'a' | 'p' | ''): number {
  const hour = Number(text)
  if (!half) return hour
  if (hour > 12) return Number.NaN
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

const pad = (value: number) => String(value).padStart(2, '0')

function readForm(found: RegExpExecArray, parts: readonly DatePart[]): string | null {
  const part = (name: DatePart) => (parts.includes(name) ? (found[parts.indexOf(name) + 1] ?? '') : '')
  const monthText = part('month')
  const month = Math.trunc(monthInitials.indexOf(monthText.slice(0, 3)) / 3) + 1
  const monthNumber = /^[0-9]/.test(monthText) ? Number(monthText) : month
  const half =
    part('half') === 'p' || /[下後후]/.test(part('lead')) ? 'p' : part('half') || part('lead') ? 'a' : ''
  const [y, d] = [fullYear(part('year')), Number(part('day'))]
  const [h, m, s] = [hourOfDay(part('hour'), half), Number(part('minute')), Number(part('second'))]
  const day = new Date(Date.UTC(y, monthNumber - 1, d))
  const exists = monthNumber >= 1 && day.getUTCMonth() === monthNumber - 1 && day.getUTCDate() === d
  if (!exists || !(h < 24) || m > 59 || s > 59) return null
  return `${y}-${pad(monthNumber)}-${pad(d)} ${pad(h)}:${pad(m)}:${pad(s)}`
}

/**
 * `YYYY-MM-DD HH:MM:SS` as written (no time-zone conversion, fractions of a second dropped; counted seconds as UTC);
 * null when it is no date. In a column that counts days or seconds, dates written out are read as well.
 */
export function readTimestamp(text: string, style: DateStyle): string | null {
  const lower = plainText(text)
  if (style === 'excel' || style === 'seconds' || style === 'milliseconds') {
    if (serialPatterns[style].test(lower)) return readInstant(lower, style)
    return readTimestamp(text, 'ymd')
  }
  for (const { match, parts } of matchers[style]) {
    const found = match.exec(lower)
    if (found) return readForm(found, parts)
  }
  return null
}
