import 'server-only'
import { noWords, yesWords } from '@/lib/csv/booleans'
import type { ColumnFlags } from '@/lib/csv/cell-flags'
import { floatIdPattern, guards, missingWords, whitespace } from '@/lib/csv/cells'
import type { FieldKind } from '@/lib/csv/fields'
import type { ColumnFormat } from '@/lib/csv/mapping'
import {
  type DecimalMark,
  multipliers,
  numberFill,
  numberPattern,
  powerPattern,
  splitDigitsPattern,
} from '@/lib/csv/numbers'
import { highestRating, noRatingPattern, ratingSuffixPattern, usualFormat } from '@/lib/csv/read-cell'
import { quoteText } from '@/lib/warehouse/sql'
import { timestampSql } from './queries-dates'
import { bind, isWhole, plainSql, wordList } from './queries-words'

// lib/csv/read-cell.ts in SQL: the same patterns, the same values, the same problems (a test compares them).
const decimal = 'DECIMAL(18,4)'

const escapeWord = (word: string) => word.replace(/[\\/#.*+?^${}()|[\]-]/g, '\\$&')

/** Finds cells that are not simply their own value: padded, guarded, missing, a float id. Most cells need no more. */
function specialSql(kind: FieldKind, cell: string): string {
  const leading = kind === 'text' ? whitespace : guards
  const missing = `^(?:${missingWords.map(escapeWord).join('|')})$`
  const float = kind === 'id' ? [`${floatIdPattern}$`] : []
  const pattern = [`^[${leading}]`, `[${whitespace}]$`, missing, ...float].join('|')
  return `regexp_matches(${cell}, ${quoteText(pattern)})`
}

/**
 * The trimmed text of a cell; NULL when it says that there is no value. `flags` say what a scan of the whole column
 * found: where nothing in it is special, nothing is looked for.
 */
export function presentSql(kind: FieldKind, cell: string, flags?: ColumnFlags): string {
  const special = !flags || flags.special || (kind === 'id' && flags.floatId)
  if (!special) return flags.blank ? `nullif(${cell}, '')` : cell
  const leading = kind === 'text' ? whitespace : guards
  const trimmed = `rtrim(ltrim(${cell}, ${quoteText(leading)}), ${quoteText(whitespace)})`
  const present = `CASE WHEN t IN (${wordList(missingWords)}) THEN NULL ELSE t END`
  const float = `CASE WHEN ${isWhole('t', floatIdPattern)} THEN split_part(t, '.', 1) ELSE ${present} END`
  const careful = bind('t', trimmed, kind === 'id' ? float : present)
  return `CASE WHEN ${specialSql(kind, cell)} THEN ${careful} ELSE ${cell} END`
}

/** A number as a program writes it: the common case, read without further ado. */
const plainNumberPattern = (mark: DecimalMark) => `[+-]?[0-9]{1,14}(?:[${mark}][0-9]+)?`
/** Digits beyond which a number is none of DECIMAL(18,4), or rounds to nought. */
const farDigits = 40

/** digits with a decimal mark at `s` times ten to the power of `e`, as exact text; overflows the cast when too large. */
function shiftedSql(whole: string, fraction: string): string {
  const point = `(length(${whole}) + e)::INTEGER`
  const digits = `(${whole} || ${fraction})`
  return `CASE
    WHEN ltrim(${digits}, '0') = '' OR ${point} < -${farDigits} THEN '0'
    WHEN ${point} > ${farDigits} + length(${digits}) THEN NULL
    WHEN ${point} <= 0 THEN '0.' || repeat('0', -${point}) || ${digits}
    ELSE left(rpad(${digits}, greatest(${point}, length(${digits}))::INTEGER, '0'), ${point}) || '.' || substr(${digits}, ${point} + 1)
  END`
}

/** A number as people write it. */
function looseDecimalSql(cell: string, mark: DecimalMark, flags?: ColumnFlags): string {
  const mantissa = `regexp_replace(s, ${quoteText(powerPattern)}, '')`
  const digits = `regexp_replace(${mantissa}, '[^0-9${mark}]', '', 'g')`
  const sign = `CASE WHEN contains(${mantissa}, '-') OR contains(${mantissa}, '(') THEN '-' ELSE '' END`
  const units = multipliers.map(([unit, power]) => `WHEN contains(s, ${quoteText(unit)}) THEN ${power}`)
  const written = `CASE WHEN regexp_matches(s, ${quoteText(powerPattern)})
    THEN regexp_extract(s, ${quoteText(powerPattern)}, 1)::INTEGER ELSE 0 END`
  const exponent = `(CASE ${units.join(' ')} ELSE 0 END + ${written})`
  const [whole, fraction] = [1, 2].map((part) => `split_part(${digits}, ${quoteText(mark)}, ${part})`)
  const shifted = bind('e', exponent, shiftedSql(whole as string, fraction as string))
  const value = `TRY_CAST(${sign} || ${shifted} AS ${decimal})`
  const squeezed = bind(
    'u',
    plainSql(presentSql('number', cell, flags)),
    `CASE WHEN NOT regexp_matches(u, ${quoteText(splitDigitsPattern)}) THEN translate(u, ${quoteText(numberFill)}, '') END`,
  )
  return bind('s', squeezed, `CASE WHEN ${isWhole('s', numberPattern(mark))} THEN ${value} END`)
}

function decimalSql(cell: string, mark: DecimalMark, flags?: ColumnFlags): string {
  const point = mark === '.' ? cell : `replace(${cell}, ',', '.')`
  return `CASE
    WHEN ${cell} IS NULL THEN NULL
    WHEN ${isWhole(cell, plainNumberPattern(mark))} THEN TRY_CAST(${point} AS ${decimal})
    ELSE ${looseDecimalSql(cell, mark, flags)}
  END`
}

function ratingSql(cell: string, mark: DecimalMark, flags?: ColumnFlags): string {
  const present = bind(
    'g',
    presentSql('rating', cell, flags),
    `CASE WHEN NOT regexp_matches(g, ${quoteText(noRatingPattern)}) THEN lower(g) END`,
  )
  const number = decimalSql('r', mark)
  const rating = bind('n', number, `CASE WHEN n >= 0 AND n <= ${highestRating} THEN n::DOUBLE END`)
  return bind('r', `regexp_replace(${present}, ${quoteText(ratingSuffixPattern)}, '')`, rating)
}

function integerSql(cell: string, mark: DecimalMark, flags?: ColumnFlags): string {
  return bind('n', decimalSql(cell, mark, flags), 'CASE WHEN n = trunc(n) THEN TRY_CAST(n AS INTEGER) END')
}

function booleanSql(cell: string, flags?: ColumnFlags): string {
  const words = `CASE WHEN b IN (${wordList(yesWords)}) THEN true WHEN b IN (${wordList(noWords)}) THEN false END`
  return bind('b', `lower(${presentSql('boolean', cell, flags)})`, words)
}

/** The value of a cell; NULL when there is none or it cannot be read. Decimal for money and numbers. */
export function valueSql(kind: FieldKind, cell: string, format: ColumnFormat, flags?: ColumnFlags): string {
  const { dates, decimalMark } = { ...usualFormat, ...format }
  const present = presentSql(kind, cell, flags)
  switch (kind) {
    case 'text':
    case 'id':
      return present
    case 'date':
      return `(${timestampSql(cell, present, dates)})::DATE`
    case 'datetime':
      return timestampSql(cell, present, dates)
    case 'number':
    case 'money':
      return decimalSql(cell, decimalMark, flags)
    case 'integer':
      return integerSql(cell, decimalMark, flags)
    case 'rating':
      return ratingSql(cell, decimalMark, flags)
    case 'boolean':
      return booleanSql(cell, flags)
  }
}
