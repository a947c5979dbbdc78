export type DateOrder = 'ymd' | 'dmy' | 'mdy'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const monthInitials = months.join('')

const year = '((?:19|20)[0-9]{2})'
const anyYear = '((?:19|20)[0-9]{2}|[0-9]{2})'
const two = '([0-9]{1,2})'
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const clock = `${two}:([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?`
const zone = '(?: ?(?:z|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?))?'
const time = `(?:(?: *t *|,? +)${clock}(?: ?([ap])\\.?m\\.?)?${zone})?`

/** Parts of a pattern in the order of its groups; a time adds hour, minute, second and half (a or p). */
export type DatePart = 'year' | 'month' | 'day'
export type DateForm = { pattern: string; parts: DatePart[] }

/** The commonest form, which a database casts by itself: 2010-12-01 and 2010-12-01 08:26:00, also with T. */
export const plainDatePattern =
  '(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?:[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?'

const yearFirst: DateForm[] = [
  { pattern: `${year}[-/.年] ?${two}[-/.月] ?${two}日?${time}`, parts: ['year', 'month', 'day'] },
  { pattern: `${year}([0-9]{2})([0-9]{2})${time}`, parts: ['year', 'month', 'day'] },
]
const named: DateForm[] = [
  {
    pattern: `${two}(?:st|nd|rd|th)?[-/. ]${month}[-/, ] ?${anyYear}${time}`,
    parts: ['day', 'month', 'year'],
  },
  {
    pattern: `${month}[-/ ]${two}(?:st|nd|rd|th)?[-/, ] ?${anyYear}${time}`,
    parts: ['month', 'day', 'year'],
  },
]
const dayAndMonth = `${two}[-/.] ?${two}[-/.] ?${anyYear}${time}`
const ordered: Record<DateOrder, DateForm> = {
  ymd: { pattern: `([0-9]{2})[-/.]${two}[-/.]${two}${time}`, parts: ['year', 'month', 'day'] },
  dmy: { pattern: dayAndMonth, parts: ['day', 'month', 'year'] },
  mdy: { pattern: dayAndMonth, parts: ['month', 'day', 'year'] },
}

/** The ways to write a date (in lower case) that are read for a file whose short dates stand in `order`. */
export function dateForms(order: DateOrder): DateForm[] {
  return [...yearFirst, ordered[order], ...named]
}

const matchers = Object.fromEntries(
  (['ymd', 'dmy', 'mdy'] as const).map((order) => [
    order,
    dateForms(order).map(({ pattern, parts }) => ({ match: new RegExp(`^${pattern}$`), parts })),
  ]),
) as Record<DateOrder, { match: RegExp; parts: DatePart[] }[]>

/** Two-digit years from here on belong to the last century. */
export const centuryTurn = 70

function fullYear(text: string): number {
  return text.length === 4 ? Number(text) : Number(text) + (Number(text) < centuryTurn ? 2000 : 1900)
}

function hourOfDay(text: string, half: string | undefined): number {
  const hour = Number(text)
  if (!half) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** `YYYY-MM-DD HH:MM:SS` as written (no time-zone conversion, fractions of a second dropped); null when it is no date. */
export function readTimestamp(text: string, order: DateOrder): string | null {
  const lower = text.toLowerCase()
  for (const { match, parts } of matchers[order]) {
    const found = match.exec(lower)
    if (!found) continue
    const part = (name: DatePart) => found[parts.indexOf(name) + 1] ?? ''
    const monthText = part('month')
    const monthNumber = months.indexOf(monthText.slice(0, 3)) + 1 || Number(monthText)
    const [y, d] = [fullYear(part('year')), Number(part('day'))]
    const [h, m, s] = [hourOfDay(found[4] ?? '0', found[7]), Number(found[5] ?? 0), Number(found[6] ?? 0)]
    const day = new Date(Date.UTC(y, monthNumber - 1, d))
    const exists = monthNumber >= 1 && day.getUTCMonth() === monthNumber - 1 && day.getUTCDate() === d
    if (!exists || !(h < 24) || m > 59 || s > 59) return null
    return `${y}-${pad(monthNumber)}-${pad(d)} ${pad(h)}:${pad(m)}:${pad(s)}`
  }
  return null
}
