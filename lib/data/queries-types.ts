import 'server-only'
import { noWords, yesWords } from '@/lib/csv/booleans'
import { codePattern, damagedPattern } from '@/lib/csv/judge-column'
import { numberFill } from '@/lib/csv/numbers'
import { quoteText } from '@/lib/warehouse/sql'
import { valueSql } from './queries-cells'
import { bind, isWhole, wordList } from './queries-words'

const locales = ['en', 'zh']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Codes of two letters and names in English and Chinese, in lower case. */
function listCountries(): string[] {
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const names = locales.map((locale) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }))
  const known = codes.filter((code) => names[0]?.of(code) && !['ZZ', 'EU', 'UN', 'XA', 'XB'].includes(code))
  const more = [
    'usa',
    'uk',
    'great britain',
    'england',
    'deutschland',
    'eire',
    'schweiz',
    'österreich',
    'españa',
    'italia',
  ]
  return [
    ...known
      .flatMap((code) => [code, ...names.map((name) => name.of(code) ?? code)])
      .map((name) => name.toLowerCase()),
    ...more,
    '中国大陆',
  ]
}
const countries = wordList(listCountries())
const currencies = wordList(Intl.supportedValuesOf('currency'))
const words = wordList([...yesWords, ...noWords].filter((word) => !/^[0-9.]+$/.test(word)))

const size = "TRY_CAST(replace(t, ',', '.') AS DOUBLE)"
const counting = (form: string, low: number, high: number) =>
  `${isWhole('t', form)} AND ${size} BETWEEN ${low} AND ${high}`

/** Whether a text can be read as each type; `code` and `damaged` tell ids from words, excel to milliseconds are for SerialCounts. */
const simpleTests = {
  email: isWhole('t', '[^@\\s]+@[^@\\s]+[.][^@\\s.]+'),
  url: "regexp_matches(t, '^(?i:https?://|www[.])[^ ]+$')",
  percent: "regexp_matches(t, '^[+-]?[0-9]+([.,][0-9]+)? ?%$')",
  boolean: `lower(t) IN (${words})`,
  currency: `t IN (${currencies})`,
  country: `lower(t) IN (${countries})`,
  phone: `regexp_full_match(t, '(?:[+]|00)?[0-9][0-9 ()./-]{5,20}[0-9]|[(][0-9]{2,5}[)][0-9 ./-]{4,16}')
    AND length(regexp_replace(t, '[^0-9]', '', 'g')) BETWEEN 7 AND 15`,
  word: isWhole('t', '[^ ]{1,40}'),
  digits: isWhole('t', '[0-9]+'),
  code: isWhole('t', codePattern),
  damaged: isWhole('t', damagedPattern),
  excel: counting('[0-9]{5}(?:[.,][0-9]+)?', 30_000, 60_000),
  seconds: counting('[0-9]{9,10}(?:[.,][0-9]+)?', 300_000_000, 2_500_000_000),
  milliseconds: counting('[0-9]{12,13}', 300_000_000_000, 2_500_000_000_000),
} as const

/** Values of a text that are read in a style; NULL where it cannot be. */
export const readings = {
  number_p: valueSql('money', 't', { decimalMark: '.' }),
  number_c: valueSql('money', 't', { decimalMark: ',' }),
  date_ymd: valueSql('datetime', 't', { dates: 'ymd' }),
  date_dmy: valueSql('datetime', 't', { dates: 'dmy' }),
  date_mdy: valueSql('datetime', 't', { dates: 'mdy' }),
} as const
export type Reading = keyof typeof readings
export const readingNames = Object.keys(readings) as Reading[]
export const numberReadings = ['number_p', 'number_c'] as const
export const dateReadings = ['date_ymd', 'date_dmy', 'date_mdy'] as const
const isDateReading = (name: Reading) => dateReadings.some((each) => each === name)

/** What no date is, seen quickly: a text without digits, and a number that is not eight or fourteen digits. */
const noDate = `NOT regexp_matches(t, '[0-9０-９]')
  OR (regexp_full_match(t, '[+-]?[0-9]+(?:[.,][0-9]*)?') AND NOT regexp_full_match(t, '[0-9]{8}|[0-9]{14}'))`

/** Every test there is over a text `t`, by name. */
export const tests = {
  ...simpleTests,
  ...(Object.fromEntries(
    readingNames.map((name) => {
      const isRead = `(${readings[name]}) IS NOT NULL`
      return [name, isDateReading(name) ? `CASE WHEN ${noDate} THEN false ELSE ${isRead} END` : isRead]
    }),
  ) as Record<Reading, string>),
}
export type TestName = keyof typeof tests
export const testNames = Object.keys(tests) as TestName[]
export const simpleNames = Object.keys(simpleTests) as (keyof typeof simpleTests)[]

/** Which mark must be the decimal one: the last of two kinds, or the one that is no thousands; '?' where either may be. */
const looseMark = bind(
  'm',
  `regexp_replace(translate(t, ${quoteText(numberFill)}, ''), '[^0-9.,]', '', 'g')`,
  `CASE WHEN contains(m, ',') AND contains(m, '.') THEN regexp_extract(m, '([.,])[^.,]*$', 1)
    WHEN NOT (contains(m, ',') OR contains(m, '.')) THEN ''
    WHEN regexp_matches(m, '[.,].*[.,]') THEN CASE WHEN contains(m, ',') THEN '.' ELSE ',' END
    WHEN regexp_full_match(m, '[1-9][0-9]{0,2}[.,][0-9]{3}') THEN '?'
    WHEN contains(m, ',') THEN ',' ELSE '.' END`,
)
/** The common cases first, for speed. */
export const markSql = `CASE WHEN regexp_full_match(t, '[+-]?[0-9]+') THEN ''
  WHEN regexp_full_match(t, '[+-]?[0-9]+[.](?:[0-9]{1,2}|[0-9]{4,})') THEN '.' ELSE ${looseMark} END`

const short = "'^([0-9]{1,2})([-/.]) ?([0-9]{1,2})[-/.] ?(?:[0-9]{4}|[0-9]{2})(?:[^0-9]|$)'"

/** A date written short, as its first two numbers and what stands between them {a, mark, b}; empty texts in others. */
export const shortSql = `regexp_extract(t, ${short}, ['a', 'mark', 'b'])`
