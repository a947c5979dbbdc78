import 'server-only'
import { plainCharacters, wideCharacters } from '@/lib/csv/half-width'
import { quoteText } from '@/lib/warehouse/sql'

export const wordList = (words: readonly string[]) => words.map(quoteText).join(', ')

export const isWhole = (text: string, pattern: string) => `regexp_full_match(${text}, ${quoteText(pattern)})`

/** lib/csv/half-width.ts plainText in SQL. */
export const plainSql = (text: string) =>
  `lower(translate(${text}, ${quoteText(wideCharacters)}, ${quoteText(plainCharacters)}))`

/** A value computed once and used several times in `body`, where it is called `name`. */
export const bind = (name: string, value: string, body: string) =>
  `list_transform([${value}], lambda ${name}: ${body})[1]`
