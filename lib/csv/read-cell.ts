import { readBoolean } from './booleans'
import { readGuarded, readId, readText } from './cells'
import { readTimestamp } from './dates'
import type { Field, FieldKind } from './fields'
import type { ColumnFormat } from './mapping'
import { type DecimalMark, readNumber } from './numbers'

/** How a column is read that says nothing of its format. */
export const usualFormat: Required<ColumnFormat> = { dates: 'ymd', decimalMark: '.' }

export type CellProblem = 'missing' | 'date' | 'number' | 'rating' | 'consent'
/** Money is exact decimal text, dates are ISO text. */
export type CellValue = string | number | boolean | null
export type Cell = { value: CellValue; problem: CellProblem | null }

/** What it is called when a cell of this kind cannot be read; text and ids always can. */
export const kindProblems: Record<FieldKind, Exclude<CellProblem, 'missing'> | null> = {
  text: null,
  id: null,
  date: 'date',
  datetime: 'date',
  number: 'number',
  integer: 'number',
  money: 'number',
  rating: 'rating',
  boolean: 'consent',
}

/** Marks that may follow a rating, in lower case: 4/5, 4 stars, 4星, 4分. */
export const ratingSuffixPattern = ' *(?:/ *5|stars?|星|分)$'
const ratingSuffix = new RegExp(ratingSuffixPattern)
export const highestRating = 5

/** A share of the best rating is not guessed at: 80 % may be meant of five stars or of ten. */
export const noRatingPattern = '[%％]'
const noRating = new RegExp(noRatingPattern)

function readRating(text: string, mark: DecimalMark): number | null {
  if (noRating.test(text)) return null
  const alone = readGuarded(text.toLowerCase().replace(ratingSuffix, ''))
  const number = Number((alone === null ? null : readNumber(alone, mark)) ?? Number.NaN)
  return number >= 0 && number <= highestRating ? number : null
}

/** Whole and within 32 bits. */
function readInteger(text: string, mark: DecimalMark): number | null {
  const number = Number(readNumber(text, mark) ?? Number.NaN)
  return number === (number | 0) ? number : null
}

function readDecimal(text: string, mark: DecimalMark): number | null {
  const number = readNumber(text, mark)
  return number === null ? null : Number(number)
}

const readers: Record<FieldKind, (text: string, formats: Required<ColumnFormat>) => CellValue> = {
  text: (text) => text,
  id: (text) => text,
  date: (text, { dates }) => readTimestamp(text, dates)?.slice(0, 10) ?? null,
  datetime: (text, { dates }) => readTimestamp(text, dates),
  number: (text, { decimalMark }) => readDecimal(text, decimalMark),
  integer: (text, { decimalMark }) => readInteger(text, decimalMark),
  money: (text, { decimalMark }) => readNumber(text, decimalMark),
  rating: (text, { decimalMark }) => readRating(text, decimalMark),
  boolean: readBoolean,
}

function readPresent(kind: FieldKind, text: string): string | null {
  if (kind === 'text') return readText(text)
  return kind === 'id' ? readId(text) : readGuarded(text)
}

/** One cell of a file as the import will read it, for the preview: the same value, or the same problem. */
export function readCell(field: Field, text: string, format: ColumnFormat): Cell {
  const present = readPresent(field.kind, text)
  if (present === null) {
    return { value: null, problem: field.required && !field.emptyAllowed ? 'missing' : null }
  }
  const value = readers[field.kind](present, { ...usualFormat, ...format })
  return { value, problem: value === null ? kindProblems[field.kind] : null }
}
