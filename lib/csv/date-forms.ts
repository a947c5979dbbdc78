/** The order of the parts in dates that are written with numbers. */
export type WrittenStyle = 'ymd' | 'dmy' | 'mdy'
/** lead: 上午 or 下午 before the hour; half: a or p after it. */
export type DatePart = 'year' | 'month' | 'day' | 'lead' | 'hour' | 'minute' | 'second' | 'half'
/** A pattern for a whole text as plainText has it; the parts in the order of its groups. */
export type DateForm = { pattern: string; parts: readonly DatePart[] }

export const monthInitials = 'janfebmaraprmayjunjulaugsepoctnovdec'
/** Two-digit years from here on belong to the last century. */
export const centuryTurn = 70

const year = '((?:19|20)[0-9]{2})'
const anyYear = '((?:19|20)[0-9]{2}|[0-9]{2})'
const two = '([0-9]{1,2})'
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? *)?'
const chineseWeekday = '(?: ?\\(?(?:星期|周|週)[一二三四五六日天]\\)?)?'
const lead = '(?:(上午|下午|午前|午後|오전|오후) ?)?'
const zones = 'z|utc|[ecmp][sd]t|cest|cet|eest|eet|west|wet|bst|ist|jst|kst|hkt|sgt|aest|aedt|nzst|nzdt'
const zone = `(?: ?(?:${zones}|(?:gmt)?[+-][0-9]{2}(?::?[0-9]{2})?|gmt)(?: \\([a-z ]+\\))?)?`
const clock = `${lead}${two}:([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?(?: ?([ap])\\.?m\\.?)?${zone}`
const time = `(?:(?: *t *|,? +)${clock})?`
const chineseTime = `(?: *${lead}${two}[:时時点點](?:${two}(?:[:分](?:${two}秒?)?)?)?)?`

const timeParts = ['lead', 'hour', 'minute', 'second', 'half'] as const

const yearFirst: DateForm[] = [
  {
    pattern: `${weekday}${year}[-/.年] ?${two}[-/.月] ?${two}日?${chineseWeekday}${time}`,
    parts: ['year', 'month', 'day', ...timeParts],
  },
  {
    pattern: `${year} ?年 ?${two} ?月 ?${two} ?[日号號]?${chineseWeekday}${chineseTime}`,
    parts: ['year', 'month', 'day', 'lead', 'hour', 'minute', 'second'],
  },
  { pattern: `${year}([0-9]{2})([0-9]{2})${time}`, parts: ['year', 'month', 'day', ...timeParts] },
  {
    pattern: `${year}([0-9]{2})([0-9]{2})t?([0-9]{2})([0-9]{2})([0-9]{2})${zone}`,
    parts: ['year', 'month', 'day', 'hour', 'minute', 'second'],
  },
  { pattern: `${year}[-/. ]${month}[-/. ]${two}${time}`, parts: ['year', 'month', 'day', ...timeParts] },
]
const named: DateForm[] = [
  {
    pattern: `${weekday}${two}(?:st|nd|rd|th)?[-/. ] ?${month}[-/, ] ?${anyYear}${time}`,
    parts: ['day', 'month', 'year', ...timeParts],
  },
  {
    pattern: `${weekday}${month}[-/ ] ?${two}(?:st|nd|rd|th)?[-/, ] ?${anyYear}${time}`,
    parts: ['month', 'day', 'year', ...timeParts],
  },
  {
    pattern: `${weekday}${month} +${two} ${two}:([0-9]{2}):([0-9]{2})${zone} ${year}`,
    parts: ['month', 'day', 'hour', 'minute', 'second', 'year'],
  },
]
const dayAndMonth = `${weekday}${two}[-/.] ?${two}[-/.] ?${anyYear}${time}`
const ordered: Record<WrittenStyle, DateForm> = {
  ymd: { pattern: `([0-9]{2})[-/.]${two}[-/.]${two}${time}`, parts: ['year', 'month', 'day', ...timeParts] },
  dmy: { pattern: dayAndMonth, parts: ['day', 'month', 'year', ...timeParts] },
  mdy: { pattern: dayAndMonth, parts: ['month', 'day', 'year', ...timeParts] },
}

/** The ways to write a date that are read in a column whose short dates stand in `order`. */
export function dateForms(order: WrittenStyle): DateForm[] {
  return [...yearFirst, ordered[order], ...named]
}
