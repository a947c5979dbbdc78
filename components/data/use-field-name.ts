import { useTranslations } from 'next-intl'
import type { TableName } from '@/lib/warehouse/tables'

type Key = Parameters<ReturnType<typeof useTranslations<'data'>>>[0]

/** Names a table's field in the reader's language. */
export function useFieldName(): (table: TableName, field: string) => string {
  const t = useTranslations('data')
  return (table, field) => {
    const key = `fields.${table}.${field}` as Key
    return t.has(key) ? t(key) : field
  }
}
