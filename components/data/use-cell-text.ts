import { useFormatter, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import type { FieldKind } from '@/lib/csv/fields'
import type { CellValue } from '@/lib/csv/read-cell'

const money = { minimumFractionDigits: 2, maximumFractionDigits: 4 }
const number = { maximumFractionDigits: 4 }

/** Words a value as it was read, in the reader's way of writing dates and numbers. */
export function useCellText(): (kind: FieldKind, value: CellValue) => string {
  const t = useTranslations('data')
  const format = useFormatter()
  const formats = useFormats()
  return (kind, value) => {
    if (value === null) return ''
    if (typeof value === 'boolean') return t(value ? 'mapping.yes' : 'mapping.no')
    if (kind === 'text' || kind === 'id') return String(value)
    if (kind === 'date') return formats.date(String(value))
    if (kind === 'datetime') {
      const [day = '', time] = String(value).split(' ')
      return time === '00:00:00' ? formats.date(day) : formats.dateTime(String(value))
    }
    return format.number(Number(value), kind === 'money' ? money : number)
  }
}
