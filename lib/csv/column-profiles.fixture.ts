import { readBoolean } from './booleans'
import { missingWords } from './cells'
import type { ColumnProfile } from './column-profile'
import { readTimestamp } from './dates'
import { judgeMark, judgeOrder, judgeSerial, judgeType, type TypeCounts } from './judge-column'
import { readNumber } from './numbers'

const readers: Record<Exclude<keyof TypeCounts, 'filled'>, (text: string) => boolean> = {
  email: (text) => /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(text),
  url: (text) => /^https?:\/\/\S+$/i.test(text),
  date: (text) => (['ymd', 'dmy', 'mdy'] as const).some((style) => readTimestamp(text, style) !== null),
  number: (text) => readNumber(text, '.') !== null || readNumber(text, ',') !== null,
  percent: (text) => /^[+-]?[0-9.,]+ ?%$/.test(text),
  boolean: (text) => readBoolean(text) !== null && !/^[0-9.]+$/.test(text),
  currency: (text) => /^(EUR|USD|GBP|CNY)$/.test(text),
  country: () => false,
  phone: (text) => /^[+(][0-9 ()./-]{6,}$/.test(text),
  word: (text) => /^\S{1,40}$/.test(text),
  digits: (text) => /^[0-9]+$/.test(text),
}

/** What a few records say of their columns, as the database says it of a file's (see profileColumns), for tests. */
export function profileRecords(columns: number, records: readonly string[][]): ColumnProfile[] {
  return Array.from({ length: columns }, (_, column) => {
    const values = records
      .map((record) => (record[column] ?? '').trim().replace(/^'/, ''))
      .filter((value) => !missingWords.includes(value))
    const counts = {
      filled: values.length,
      ...Object.fromEntries(
        Object.entries(readers).map(([type, reads]) => [type, values.filter(reads).length]),
      ),
    } as TypeCounts
    const type = judgeType(counts, new Set(values).size)
    const parts = values.flatMap((value) => {
      const found = /^(\d{1,2})[-/.] ?(\d{1,2})[-/.]/.exec(value)
      return found ? [[Number(found[1]), Number(found[2])] as const] : []
    })
    const order = judgeOrder({
      yearFirst: values.filter((value) => /^\d{4}/.test(value)).length,
      short: parts.length,
      firstAbove: parts.filter(([a, b]) => a > 12 && b <= 12).length,
      secondAbove: parts.filter(([a, b]) => b > 12 && a <= 12).length,
      firstYear: parts.filter(([a]) => a > 31).length,
      firstDistinct: new Set(parts.map(([a]) => a)).size,
      secondDistinct: new Set(parts.map(([, b]) => b)).size,
      unlike: parts.filter(([a, b]) => a !== b).length,
      dotted: values.filter((value) => /^\d{1,2}\.\d/.test(value)).length,
    })
    const mark = judgeMark({
      comma: values.filter((value) => /\d,\d{1,2}$/.test(value)).length,
      point: values.filter((value) => /\d\.\d{1,2}$/.test(value)).length,
      either: 0,
    })
    const serial = judgeSerial(
      {
        excel: values.filter((value) => Number(value) > 30_000 && Number(value) < 60_000).length,
        seconds: values.filter((value) => Number(value) > 3e8 && Number(value) < 2.5e9).length,
        milliseconds: values.filter((value) => Number(value) > 3e11 && Number(value) < 2.5e12).length,
      },
      values.length,
    )
    const format = type === 'date' ? order.format : type === 'number' ? { ...mark.format, ...serial } : {}
    const tally = new Map<string, number>()
    for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1)
    const numbers = values.map(Number).filter((value) => !Number.isNaN(value))
    return {
      ...{ filled: values.length, distinct: tally.size, distinctExact: true, type, format },
      ambiguous: type === 'date' ? order.ambiguous : null,
      typeShare: values.length > 0 ? 1 : 0,
      min: values.length > 0 ? String(numbers.length > 0 ? Math.min(...numbers) : values[0]) : null,
      max: values.length > 0 ? String(numbers.length > 0 ? Math.max(...numbers) : values[0]) : null,
      ...{ mean: null, histogram: null, problemRows: 0, problems: [] },
      top: [...tally].map(([value, rows]) => ({ value, rows })).slice(0, 10),
    }
  })
}
