import 'server-only'
import { noWords, yesWords } from '@/lib/csv/booleans'
import { floatIdPattern, guards, missingWords, whitespace } from '@/lib/csv/cells'
import type { FieldKind } from '@/lib/csv/fields'
import { type DecimalMark, numberFill, numberPattern, plainNumberPattern } from '@/lib/csv/numbers'
import { type CellFormats, highestRating, ratingSuffixPattern } from '@/lib/csv/read-cell'
import { quoteText } from '@/lib/warehouse/sql'
import { timestampSql } from './queries-dates'
import { bind, isWhole, wordList } from './queries-words'

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

/** The trimmed text of a cell; NULL when it says that there is no value. */
export function presentSql(kind: FieldKind, cell: string): string {
  const leading = kind === 'text' ? whitespace : guards
  const trimmed = `rtrim(ltrim(${cell}, ${quoteText(leading)}), ${quoteText(whitespace)})`
  const present = `CASE WHEN t IN (${wordList(missingWords)}) THEN NULL ELSE t END`
  const float = `CASE WHEN ${isWhole('t', floatIdPattern)} THEN split_part(t, '.', 1) ELSE ${present} END`
  const careful = bind('t', trimmed, kind === 'id' ? float : present)
  return `CASE WHEN ${specialSql(kind, cell)} THEN ${careful} ELSE ${cell} END`
}

/** A number as people write it. */
function looseDecimalSql(cell: string, mark: DecimalMark): string {
  const digits = `regexp_replace(s, '[^0-9${mark}]', '', 'g')`
  const point = mark === '.' ? digits : `replace(${digits}, ',', '.')`
  const sign = "CASE WHEN contains(s, '-') OR contains(s, '(') THEN '-' ELSE '' END"
  const squeezed = `lower(translate(${presentSql('number', cell)}, ${quoteText(`−${numberFill}`)}, '-'))`
  const matches = isWhole('s', numberPattern(mark))
  return bind('s', squeezed, `CASE WHEN ${matches} THEN TRY_CAST(${sign} || ${point} AS ${decimal}) END`)
}

function decimalSql(cell: string, { decimalMark }: CellFormats): string {
  const point = decimalMark === '.' ? cell : `replace(${cell}, ',', '.')`
  return `CASE
    WHEN ${cell} IS NULL THEN NULL
    WHEN ${isWhole(cell, plainNumberPattern(decimalMark))} THEN TRY_CAST(${point} AS ${decimal})
    ELSE ${looseDecimalSql(cell, decimalMark)}
  END`
}

function ratingSql(cell: string, formats: CellFormats): string {
  const present = `lower(${presentSql('rating', cell)})`
  const number = decimalSql('r', formats)
  const rating = bind('n', number, `CASE WHEN n >= 0 AND n <= ${highestRating} THEN n::DOUBLE END`)
  return bind('r', `regexp_replace(${present}, ${quoteText(ratingSuffixPattern)}, '')`, rating)
}

function integerSql(cell: string, formats: CellFormats): string {
  return bind('n', decimalSql(cell, formats), 'CASE WHEN n = trunc(n) THEN TRY_CAST(n AS INTEGER) END')
}

function booleanSql(cell: string): string {
  const words = `CASE WHEN b IN (${wordList(yesWords)}) THEN true WHEN b IN (${wordList(noWords)}) THEN false END`
  return bind('b', `lower(${presentSql('boolean', cell)})`, words)
}

/** The value of a cell; NULL when there is none or it cannot be read. Decimal for money and numbers. */
export function valueSql(kind: FieldKind, cell: string, formats: CellFormats): string {
  switch (kind) {
    case 'text':
    case 'id':
      return presentSql(kind, cell)
    case 'date':
      return `(${timestampSql(cell, presentSql(kind, cell), formats.dateOrder)})::DATE`
    case 'datetime':
      return timestampSql(cell, presentSql(kind, cell), formats.dateOrder)
    case 'number':
    case 'money':
      return decimalSql(cell, formats)
    case 'integer':
      return integerSql(cell, formats)
    case 'rating':
      return ratingSql(cell, formats)
    case 'boolean':
      return booleanSql(cell)
  }
}
