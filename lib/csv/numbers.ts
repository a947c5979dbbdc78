export type DecimalMark = '.' | ','

/** Removed from within a number: spaces and the apostrophes of Swiss thousands. The typographic minus becomes '-'. */
export const numberFill = " \u00a0\u2007\u2009\u202f'’"
const fill = new RegExp(`[${numberFill}]`, 'g')

const codes =
  'aed|ars|aud|bgn|brl|cad|chf|clp|cny|cop|czk|dkk|eur|gbp|hkd|huf|idr|ils|inr|jpy|krw|mxn|myr|nok|nzd|php|pln|rmb|ron|rub|sar|sek|sgd|thb|try|twd|uah|usd|vnd|zar'
const currency = `(?:[a-z]{0,2}\\p{Sc}|${codes}|kr|zł|kč|ft|lei|元|円)`

/** A number as a program writes it: the common case, read without further ado. */
export function plainNumberPattern(mark: DecimalMark): string {
  return `[+-]?[0-9]{1,14}(?:${mark === '.' ? '\\.' : ','}[0-9]+)?`
}

/** A number as people write it, in lower case and without fill: thousands, currency, a sign on either side, (12.50). */
export function numberPattern(mark: DecimalMark): string {
  const [point, comma] = mark === '.' ? ['\\.', ','] : [',', '\\.']
  const whole = `[0-9]{1,3}(?:${comma}[0-9]{2,3})*${comma}[0-9]{3}|[0-9]+`
  const digits = `(?:(?:${whole})(?:${point}[0-9]*)?|${point}[0-9]+)`
  const amount = `${currency}?${digits}${currency}?`
  return `(?:[+-]?${amount}|${currency}[+-]${digits}|${amount}-|\\(${amount}\\))`
}

const patterns: Record<DecimalMark, RegExp> = {
  '.': new RegExp(`^${numberPattern('.')}$`, 'u'),
  ',': new RegExp(`^${numberPattern(',')}$`, 'u'),
}
/** Decimals and whole digits of DECIMAL(18,4), the product's one kind of number read from a file. */
const scale = 4
const wholeDigits = 14

/** A number as exact decimal text, rounded half away from zero to four decimals; null when it is none. */
export function readNumber(text: string, mark: DecimalMark): string | null {
  const squeezed = text.replaceAll('−', '-').replace(fill, '').toLowerCase()
  if (!patterns[mark].test(squeezed)) return null
  const negative = squeezed.includes('-') || squeezed.includes('(')
  const digits = squeezed.replace(mark === '.' ? /[^0-9.]/g : /[^0-9,]/g, '')
  const [whole = '', fraction = ''] = digits.split(mark)
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'))
  const rounded = (kept + ((fraction[scale] ?? '0') >= '5' ? 1n : 0n)).toString().padStart(scale + 1, '0')
  if (rounded.length > wholeDigits + scale) return null
  const value = `${rounded.slice(0, -scale)}.${rounded.slice(-scale)}`.replace(/\.?0+$/, '')
  return negative && value !== '0' ? `-${value}` : value
}
