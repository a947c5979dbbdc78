import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import type { TableOverview } from '@/lib/tables/schema'
import { tablePath } from './table-path'

/** Every table with its number of rows; those that are empty lead nowhere. */
export function TableList({ tables }: { tables: readonly TableOverview[] }) {
  const t = useTranslations('tables.list')
  const data = useTranslations('data.tables')
  return (
    <ul className="divide-y divide-border rounded-xl border border-border bg-surface">
      {tables.map(({ table, rows }) => (
        <li key={table}>
          {rows > 0 ? (
            <Link
              href={tablePath(table)}
              className="flex items-center gap-4 px-5 py-4 -outline-offset-2 hover:bg-subtle"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{data(`${table}.name`)}</span>
                <span className="block text-sm text-muted">{data(`${table}.unlocks`)}</span>
              </span>
              <span className="shrink-0 text-sm whitespace-nowrap tabular-nums">{t('rows', { rows })}</span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </Link>
          ) : (
            <div className="flex items-center gap-4 px-5 py-4">
              <span className="min-w-0 flex-1">
                <span className="block font-semibold text-muted">{data(`${table}.name`)}</span>
                <span className="block text-sm text-muted">{data(`${table}.unlocks`)}</span>
              </span>
              <span className="shrink-0 text-sm whitespace-nowrap text-muted">{t('empty')}</span>
              <span aria-hidden className="size-4 shrink-0" />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
