import { useFormatter, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import type { CellValue, ColumnKind } from '@/lib/tables/schema'

/**
 * Words a value as the reader writes dates, numbers and amounts; '–' where there is none. An amount is in the currency
 * its row names, else in the workspace's.
 */
export function useValueText(): (kind: ColumnKind, value: CellValue, currency?: string | null) => string {
  const t = useTranslations('tables.values')
  const format = useFormatter()
  const formats = useFormats()
  return (kind, value, currency = null) => {
    if (value === null) return t('none')
    if (kind === 'text') return String(value)
    if (kind === 'boolean') return t(value === true ? 'yes' : 'no')
    if (kind === 'date') return formats.date(String(value))
    if (kind === 'datetime') return formats.dateTime(String(value))
    if (kind === 'number') return format.number(Number(value), { maximumFractionDigits: 4 })
    const code = currency?.trim().toUpperCase() ?? ''
    return /^[A-Z]{3}$/.test(code)
      ? format.number(Number(value), { style: 'currency', currency: code })
      : formats.money(Number(value))
  }
}
