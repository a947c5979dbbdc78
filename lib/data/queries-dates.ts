import 'server-only'
import {
  centuryTurn,
  type DateForm,
  type DateOrder,
  dateForms,
  monthInitials,
  plainDatePattern,
} from '@/lib/csv/dates'
import { quoteText } from '@/lib/warehouse/sql'
import { bind, isWhole, wordList } from './queries-words'

const clock = '(?:[01]?[0-9]|2[0-3]):[0-5][0-9]'
const year = '(?:19|20)[0-9]{2}'

/** To the second, with a fraction or a zone after it, which are dropped: the first 19 characters say it all. */
const zonedPattern = `${year}-[0-9]{2}-[0-9]{2}[ T](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]{1,9})?(?: ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?`

type CommonForm = { pattern: string; formats: string[] }

/** 1/2/2010 8:05, 01.02.2010, 2010/2/1 08:05:00 … */
function commonForms(order: DateOrder): CommonForm[] {
  return ['/', '.', '-'].map((mark) => {
    const short = ['[0-9]{1,2}', '[0-9]{1,2}', year]
    const parts = order === 'ymd' ? short.reverse() : short
    const names = { ymd: ['%Y', '%m', '%d'], dmy: ['%d', '%m', '%Y'], mdy: ['%m', '%d', '%Y'] }[order]
    const date = names.join(mark)
    return {
      pattern: `${parts.join(`[${mark}]`)}(?: ${clock}(?::[0-5][0-9])?)?`,
      formats: [`${date} %H:%M`, date, `${date} %H:%M:%S`],
    }
  })
}

function dateFormSql(lower: string, { pattern, parts }: DateForm): string {
  const names = [...parts, 'hour', 'minute', 'second', 'half']
  const found = `regexp_extract(${lower}, ${quoteText(`^${pattern}$`)}, [${wordList(names)}])`
  const year = `CASE WHEN length(p.year) = 4 THEN p.year
    WHEN p.year::INTEGER < ${centuryTurn} THEN '20' || p.year ELSE '19' || p.year END`
  const named = `(strpos(${quoteText(monthInitials)}, left(p.month, 3)) + 2) // 3`
  const month = `CASE WHEN p.month < 'a' THEN p.month ELSE (${named})::VARCHAR END`
  const hour = `CASE WHEN p.hour = '' THEN '0'
    WHEN p.half = '' THEN p.hour
    WHEN p.hour::INTEGER NOT BETWEEN 1 AND 12 THEN 'x'
    ELSE (p.hour::INTEGER % 12 + CASE p.half WHEN 'p' THEN 12 ELSE 0 END)::VARCHAR END`
  const orNought = (part: string) => `CASE ${part} WHEN '' THEN '0' ELSE ${part} END`
  const clock = `${hour}, ':', ${orNought('p.minute')}, ':', ${orNought('p.second')}`
  const text = `concat(${year}, '-', ${month}, '-', p.day, ' ', ${clock})`
  return bind('p', found, `CASE WHEN p.hour <> '24' THEN TRY_CAST(${text} AS TIMESTAMP) END`)
}

/** Any way to write a date that is read at all; slow. */
function looseDateSql(present: string, order: DateOrder): string {
  const forms = dateForms(order).map(
    (form) => `WHEN ${isWhole('d', form.pattern)} THEN ${dateFormSql('d', form)}`,
  )
  return bind('d', `lower(${present})`, `CASE ${forms.join('\n')} END`)
}

/**
 * The time in a cell, NULL when it is none; `present` is the cell trimmed. The forms that whole files are written in
 * have a short way each, which must agree with the long one.
 */
export function timestampSql(cell: string, present: string, order: DateOrder): string {
  const common = commonForms(order).map(
    ({ pattern, formats }) =>
      `WHEN ${isWhole(cell, pattern)} THEN try_strptime(${cell}, [${wordList(formats)}])`,
  )
  return `CASE
    WHEN ${cell} IS NULL THEN NULL
    WHEN ${isWhole(cell, plainDatePattern)} THEN TRY_CAST(${cell} AS TIMESTAMP)
    WHEN ${isWhole(cell, zonedPattern)} THEN TRY_CAST(left(${cell}, 19) AS TIMESTAMP)
    ${common.join('\n')}
    ELSE ${looseDateSql(present, order)}
  END`
}
