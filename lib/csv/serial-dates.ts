export const serialStyles = ['excel', 'seconds', 'milliseconds'] as const
export type SerialStyle = (typeof serialStyles)[number]

/** Whole number and fraction in groups 1 and 2. */
export const serialForms: Record<SerialStyle, string> = {
  excel: '([0-9]{1,5})(?:[.,]([0-9]{1,15}))?',
  seconds: '(-?[0-9]{1,10})(?:[.,]([0-9]{1,15}))?',
  milliseconds: '(-?[0-9]{1,13})(?:[.,]([0-9]{1,15}))?',
}
const matcher = (style: SerialStyle) => new RegExp(`^${serialForms[style]}$`)
export const serialPatterns: Record<SerialStyle, RegExp> = {
  excel: matcher('excel'),
  seconds: matcher('seconds'),
  milliseconds: matcher('milliseconds'),
}

/** Day of 1970-01-01 in the 1900 system of spreadsheets. */
export const epochSerial = 25569
/** In that system 1900 has a 29 February, day 60, which never was; the days before it are counted one too low. */
export const leapSerial = 60
/** The last day of 2099. */
export const lastSerial = 73_050
/** Seconds since 1970 of the first and the last second that are read: of 1900, and of 2099. */
export const firstSecond = -2_208_988_800
export const lastSecond = 4_102_444_799

function secondsOf(whole: number, fraction: string, style: SerialStyle): number {
  if (style === 'seconds') return whole
  if (style === 'milliseconds') return Math.floor(whole / 1000)
  if (whole < 1 || whole > lastSerial || whole === leapSerial) return Number.NaN
  const day = whole + (whole < leapSerial ? 1 : 0) - epochSerial
  return day * 86_400 + Math.round(Number(`0.${fraction}`) * 86_400)
}

/** A spreadsheet's day number, or the seconds or milliseconds since 1970, as `YYYY-MM-DD HH:MM:SS`; null when out of range. */
export function readInstant(text: string, style: SerialStyle): string | null {
  const [, whole = '', fraction = '0'] = serialPatterns[style].exec(text) ?? []
  const seconds = secondsOf(Number(whole), fraction, style)
  if (!(seconds >= firstSecond && seconds <= lastSecond)) return null
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
