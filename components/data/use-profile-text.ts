'use client'

import { useFormatter } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import type { ColumnType } from '@/lib/csv/column-profile'

const isDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/
const midnight = /[T ]00:00(?::00(?:\.0+)?)?$/
const isNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** Words a smallest, largest or average value of a column, as its type is read. */
export function useProfileText(): (type: ColumnType, value: string | null) => string {
  const format = useFormatter()
  const formats = useFormats()
  return (type, value) => {
    if (value === null) return '–'
    if (type === 'date' && isDate.test(value)) {
      const day = value.length === 10 || midnight.test(value)
      return day ? formats.date(value.slice(0, 10)) : formats.dateTime(value)
    }
    if ((type === 'number' || type === 'percent') && isNumber.test(value)) {
      return format.number(Number(value), { maximumFractionDigits: 4 })
    }
    return value
  }
}
