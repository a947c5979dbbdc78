import type { Locale } from './locales'

type DateInput = string | Date

/** Numbers, amounts and dates as the reader's language writes them. */
export type Formats = {
  integer: (n: number) => string
  decimal: (n: number, digits?: number) => string
  /** In the workspace's currency, with its usual decimals. */
  money: (n: number) => string
  /** For axes and tight places: 1.2M. */
  moneyCompact: (n: number) => string
  /** Of a share between 0 and 1. */
  percent: (share: number, digits?: number) => string
  compact: (n: number) => string
  date: (value: DateInput) => string
  dateTime: (value: DateInput) => string
  bytes: (n: number) => string
  /** '3 days', with at most `digits` decimals */
  unit: (n: number, unit: 'day' | 'hour' | 'year', digits?: number) => string
  list: (values: readonly string[]) => string
}

const local = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/
const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A text without a zone is the brand's local time and is shown as it stands; a Date or a text with a zone is a moment. */
function readDate(value: DateInput, timeZone: string): { date: Date; zone: string } {
  const match = typeof value === 'string' ? local.exec(value) : null
  if (match) return { date: new Date(`${match[1]}T${match[2] ?? '00:00'}Z`), zone: 'UTC' }
  return { date: new Date(value), zone: timeZone }
}

/** Formats for one reader: language, the workspace's currency (ISO 4217) and time zone (IANA). */
export function createFormats(locale: Locale, currency: string, timeZone: string): Formats {
  const numbers = new Map<string, Intl.NumberFormat>()
  const dates = new Map<string, Intl.DateTimeFormat>()

  const number = (n: number, options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options)
    let format = numbers.get(key)
    if (!format) {
      format = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options })
      numbers.set(key, format)
    }
    return format.format(n)
  }
  const moment = (value: DateInput, options: Intl.DateTimeFormatOptions) => {
    const { date, zone } = readDate(value, timeZone)
    const key = JSON.stringify([zone, options])
    let format = dates.get(key)
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
      dates.set(key, format)
    }
    return format.format(date)
  }
  const money = (n: number, options: Intl.NumberFormatOptions = {}) =>
    number(n, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options })
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })

  return {
    integer: (n) => number(n, { maximumFractionDigits: 0 }),
    decimal: (n, digits = 1) => number(n, fixed(digits)),
    money: (n) => money(n),
    moneyCompact: (n) =>
      Math.abs(n) < 1000
        ? money(n, Number.isInteger(n) ? { maximumFractionDigits: 0 } : {})
        : money(n, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }),
    percent: (share, digits = 0) => number(share, { style: 'percent', ...fixed(digits) }),
    compact: (n) => number(n, { notation: 'compact', maximumFractionDigits: 1 }),
    date: (value) => moment(value, { dateStyle: 'medium' }),
    // A 24-hour clock: the narrow space before AM and PM differs between the server's and the browser's Unicode data.
    dateTime: (value) => moment(value, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }),
    bytes: (n) => {
      const power = n < 1000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(n) / 3))
      const unit = byteUnits[power] ?? 'byte'
      const digits = power === 0 ? 0 : 1
      const unitDisplay = power === 0 ? 'long' : 'short'
      return number(n / 1000 ** power, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits })
    },
    unit: (n, unit, digits = 0) =>
      number(n, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }),
    list: (values) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(values),
  }
}
