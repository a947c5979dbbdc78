import 'server-only'
import {
  centuryTurn,
  type DateForm,
  type DatePart,
  dateForms,
  monthInitials,
  type WrittenStyle,
} from '@/lib/csv/date-forms'
import type { DateStyle } from '@/lib/csv/dates'
import {
  epochSerial,
  firstSecond,
  lastSecond,
  lastSerial,
  leapSerial,
  type SerialStyle,
  serialForms,
} from '@/lib/csv/serial-dates'
import { quoteText } from '@/lib/warehouse/sql'
import { bind, isWhole, plainSql, wordList } from './queries-words'

const clock = '(?:[01]?[0-9]|2[0-3]):[0-5][0-9]'
const year = '(?:19|20)[0-9]{2}'

/** The commonest form, which the database casts by itself: 2010-12-01 and 2010-12-01 08:26:00, also with T. */
const plainPattern = `${year}-[0-9]{2}-[0-9]{2}(?:[ T](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?`
/** To the second, with a fraction or a zone after it, which are dropped: the first 19 characters say it all. */
const zonedPattern = `${year}-[0-9]{2}-[0-9]{2}[ T](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]{1,9})?(?: ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?`

type CommonForm = { pattern: string; formats: string[] }

/** 1/2/2010 8:05, 01.02.2010, 2010/2/1 08:05:00 … */
function commonForms(order: WrittenStyle): CommonForm[] {
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
  const part = (name: DatePart) => (parts.includes(name) ? `p.${name}` : "''")
  const found = `regexp_extract(${lower}, ${quoteText(`^${pattern}$`)}, [${wordList(parts)}])`
  const fullYear = `CASE WHEN length(p.year) = 4 THEN p.year
    WHEN p.year::INTEGER < ${centuryTurn} THEN '20' || p.year ELSE '19' || p.year END`
  const named = `(strpos(${quoteText(monthInitials)}, left(p.month, 3)) + 2) // 3`
  const month = `CASE WHEN p.month < 'a' THEN p.month ELSE (${named})::VARCHAR END`
  const afternoon = `(${part('half')} = 'p' OR regexp_matches(${part('lead')}, '[下後후]'))`
  const halved = `(${part('half')} <> '' OR ${part('lead')} <> '')`
  const hour = `CASE WHEN ${part('hour')} = '' THEN '0'
    WHEN NOT ${halved} THEN ${part('hour')}
    WHEN TRY_CAST(${part('hour')} AS INTEGER) > 12 THEN 'x'
    ELSE (TRY_CAST(${part('hour')} AS INTEGER) % 12 + CASE WHEN ${afternoon} THEN 12 ELSE 0 END)::VARCHAR END`
  const orNought = (text: string) => `CASE ${text} WHEN '' THEN '0' ELSE ${text} END`
  const time = `${hour}, ':', ${orNought(part('minute'))}, ':', ${orNought(part('second'))}`
  const text = `concat(${fullYear}, '-', ${month}, '-', p.day, ' ', ${time})`
  return bind('p', found, `CASE WHEN ${part('hour')} <> '24' THEN TRY_CAST(${text} AS TIMESTAMP) END`)
}

/** Any way to write a date that is read at all; slow. */
function looseDateSql(lower: string, order: WrittenStyle): string {
  const forms = dateForms(order).map(
    (form) => `WHEN ${isWhole(lower, form.pattern)} THEN ${dateFormSql(lower, form)}`,
  )
  return `CASE ${forms.join('\n')} END`
}

/** Days, seconds or milliseconds that a column counts in; dates written out are read as well. */
function serialSql(lower: string, style: SerialStyle): string {
  const form = quoteText(`^${serialForms[style]}$`)
  const whole = `regexp_extract(${lower}, ${form}, 1)::BIGINT`
  const fraction = `('0.' || regexp_extract(${lower}, ${form}, 2) || '0')::DOUBLE`
  const day = `(w + CASE WHEN w < ${leapSerial} THEN 1 ELSE 0 END - ${epochSerial})`
  const seconds = {
    seconds: 'w',
    milliseconds: 'floor(w / 1000.0)::BIGINT',
    excel: `CASE WHEN w BETWEEN 1 AND ${lastSerial} AND w <> ${leapSerial}
      THEN ${day} * 86400 + round(${fraction} * 86400)::BIGINT END`,
  }[style]
  const inRange = `n BETWEEN ${firstSecond} AND ${lastSecond}`
  const instant = bind('n', seconds, `CASE WHEN ${inRange} THEN make_timestamp(n * 1000000) END`)
  return `CASE WHEN ${isWhole(lower, serialForms[style])} THEN ${bind('w', whole, instant)}
    ELSE ${looseDateSql(lower, 'ymd')} END`
}

/**
 * The time in a cell, NULL when it is none; `present` is the cell trimmed. The forms that whole files are written in
 * have a short way each, which must agree with the long one.
 */
export function timestampSql(cell: string, present: string, style: DateStyle): string {
  if (style === 'excel' || style === 'seconds' || style === 'milliseconds') {
    return bind('d', plainSql(present), serialSql('d', style))
  }
  const common = commonForms(style).map(
    ({ pattern, formats }) =>
      `WHEN ${isWhole(cell, pattern)} THEN try_strptime(${cell}, [${wordList(formats)}])`,
  )
  return `CASE
    WHEN ${cell} IS NULL THEN NULL
    WHEN ${isWhole(cell, plainPattern)} THEN TRY_CAST(${cell} AS TIMESTAMP)
    WHEN ${isWhole(cell, zonedPattern)} THEN TRY_CAST(left(${cell}, 19) AS TIMESTAMP)
    ${common.join('\n')}
    ELSE ${bind('d', plainSql(present), looseDateSql('d', style))}
  END`
}
