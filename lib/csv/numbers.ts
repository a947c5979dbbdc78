import { plainText } from './half-width'

export const decimalMarks = ['.', ','] as const
export type DecimalMark = (typeof decimalMarks)[number]

/** May stand within a number: spaces between thousands, and the apostrophes of Swiss ones. */
export const numberFill = " \u00a0\u2007\u2009\u202f'’"
const fill = new RegExp(`[${numberFill}]`, 'g')

/** Digits apart that no thousands explain, as in `2 50`: two numbers, or a slip of the pen, but none to be guessed. */
export const splitDigitsPattern = `[0-9][${numberFill}]+(?:[0-9]{1,2}(?:[^0-9]|$)|[0-9]{4})`
const splitDigits = new RegExp(splitDigitsPattern)

const codes =
  'aed|ars|aud|bgn|brl|cad|chf|clp|cny|cop|czk|dkk|eur|gbp|hkd|huf|idr|ils|inr|jpy|krw|mxn|myr|nok|nzd|php|pln|rmb|ron|rub|sar|sek|sgd|thb|try|twd|uah|usd|vnd|zar'
const currency = `(?:[a-z]{0,2}\\p{Sc}|${codes}|kr|rs|zł|kč|ft|lei|руб|元|円|원)`

/** What stands behind a number and the power of ten that it means; the longer ones first. */
export const multipliers = [
  ...[
    ['百万', 6],
    ['百萬', 6],
    ['千万', 7],
    ['千萬', 7],
  ],
  ...[
    ['千', 3],
    ['万', 4],
    ['萬', 4],
    ['亿', 8],
    ['億', 8],
    ['%', -2],
  ],
] as [string, number][]
const units = multipliers.flatMap(([unit, power]) => (power > 0 ? [unit] : [])).join('|')

/** A power of ten, as spreadsheets and programs write it. */
export const powerPattern = 'e([+-]?[0-9]{1,3})$'
const power = new RegExp(powerPattern)

/** A number as people write it, as plainText has it and without fill: thousands, currency, signs, (12.50), 1.2万, 12%, 1e5. */
export function numberPattern(mark: DecimalMark): string {
  const [point, comma] = mark === '.' ? ['\\.', ','] : [',', '\\.']
  const whole = `[1-9][0-9]{0,2}(?:${comma}[0-9]{2,3})*${comma}[0-9]{3}|[0-9]+`
  const digits = `(?:(?:${whole})(?:${point}[0-9]*)?|${point}[0-9]+)`
  const amount = `${currency}?${digits}(?:%|(?:${units})?${currency}?)`
  const scientific = `(?:[0-9]{1,14}(?:${point}[0-9]*)?|${point}[0-9]+)e[+-]?[0-9]{1,3}`
  return `(?:[+-]?${amount}|${currency}[+-]${digits}|${amount}-|${currency}?\\(${amount}\\)|[+-]?${scientific})`
}

const patterns: Record<DecimalMark, RegExp> = {
  '.': new RegExp(`^${numberPattern('.')}$`, 'u'),
  ',': new RegExp(`^${numberPattern(',')}$`, 'u'),
}
/** Decimals and whole digits of DECIMAL(18,4), the product's one kind of number read from a file. */
const scale = 4
const wholeDigits = 14

/** digits × 10^exponent in ten-thousandths, rounded half away from zero. */
function scaleDigits(digits: string, exponent: number): bigint {
  const dropped = -exponent - scale
  if (dropped <= 0) return BigInt(digits) * 10n ** BigInt(-dropped)
  const next = digits.length >= dropped ? digits.charAt(digits.length - dropped) : '0'
  return BigInt(digits.slice(0, -dropped) || '0') + (next >= '5' ? 1n : 0n)
}

/**
 * A number as exact decimal text, rounded half away from zero to four decimals; null when it is none or has more than
 * 14 digits before the decimal mark. A percentage is read as the share that it means: 12 % is 0.12.
 */
export function readNumber(text: string, mark: DecimalMark): string | null {
  const spaced = plainText(text)
  if (splitDigits.test(spaced)) return null
  const squeezed = spaced.replace(fill, '')
  if (!patterns[mark].test(squeezed)) return null
  const mantissa = squeezed.replace(power, '')
  const negative = mantissa.includes('-') || mantissa.includes('(')
  const digits = mantissa.replace(mark === '.' ? /[^0-9.]/g : /[^0-9,]/g, '')
  const [whole = '', fraction = ''] = digits.split(mark)
  const shift = multipliers.find(([unit]) => squeezed.includes(unit))?.[1] ?? 0
  const exponent = Number(power.exec(squeezed)?.[1] ?? 0) + shift - fraction.length
  const rounded = scaleDigits(whole + fraction, exponent)
    .toString()
    .padStart(scale + 1, '0')
  if (rounded.length > wholeDigits + scale) return null
  const value = `${rounded.slice(0, -scale)}.${rounded.slice(-scale)}`.replace(/\.?0+$/, '')
  return negative && value !== '0' ? `-${value}` : value
}
