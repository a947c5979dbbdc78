/** How a number format shows a number: as itself, as a day (perhaps with a time), as a time of day, or as hours. */
export type NumberStyle = 'number' | 'date' | 'time' | 'duration'

const inRange = (id: number, first: number, last: number) => id >= first && id <= last

/** Built-in formats by id (ECMA-376, 18.8.30), those of East Asia too. */
function builtInStyle(id: number): NumberStyle {
  if (id === 46) return 'duration'
  if (inRange(id, 18, 21) || id === 45 || id === 47 || inRange(id, 32, 35)) return 'time'
  return inRange(id, 14, 22) || inRange(id, 27, 36) || inRange(id, 50, 58) ? 'date' : 'number'
}

/** The style of a number format: what letters of dates and times stand outside of quotes, brackets and escapes. */
export function readNumberStyle(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return builtInStyle(id)
  const [first = ''] = code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')
  if (/general/i.test(first)) return 'number'
  if (/\[[hms]+\]/i.test(first)) return 'duration'
  const bare = first.replace(/am\/pm|a\/p|上午\/下午/gi, '')
  if (/[yd]/i.test(bare)) return 'date'
  if (/[hs]/i.test(bare)) return 'time'
  return /m/i.test(bare) ? 'date' : 'number'
}

const pad = (value: number) => String(value).padStart(2, '0')

function formatClock(seconds: number): string {
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}

const daySeconds = 86_400
const lastSerial = 2_958_466

/**
 * A spreadsheet's serial number as its format shows it: YYYY-MM-DD, with HH:MM:SS unless it is midnight, or HH:MM:SS
 * alone. null where there is no such day.
 */
export function formatSerial(
  serial: number,
  style: Exclude<NumberStyle, 'number'>,
  from1904: boolean,
): string | null {
  if (!(serial >= 0) || serial >= lastSerial) return null
  const seconds = Math.round(serial * daySeconds)
  if (style === 'duration' || seconds < daySeconds) {
    // Day nought is the first one of the 1904 system alone; elsewhere it is a time without a day.
    if (style !== 'date' || !from1904) return style === 'date' && seconds === 0 ? null : formatClock(seconds)
  }
  const day = Math.floor(seconds / daySeconds)
  // The 1900 system counts a 29 February 1900 that never was.
  const days = from1904 ? day + 1462 : day < 60 ? day + 1 : day
  const date = new Date(Date.UTC(1899, 11, 30) + days * daySeconds * 1000).toISOString().slice(0, 10)
  const clock = seconds % daySeconds
  return clock === 0 ? date : `${date} ${formatClock(clock)}`
}

/** A number as a workbook stores it, without an exponent and without the noise of binary fractions. */
export function formatNumber(text: string): string {
  if (/^-?[0-9]+$/.test(text)) return text
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  const exact = Number(number.toPrecision(15))
  const plain = String(exact)
  return plain.includes('e')
    ? exact.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : plain
}
