'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/app/use-error-text'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { isDecidable } from '@/lib/csv/personal-columns'
import { columnQuery } from '@/lib/tables/client'
import type { Column, Filter } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { ColumnFigures } from './column-figures'
import { ColumnHistogram } from './column-histogram'
import { PersonalChoice } from './personal-choice'
import { TopValues } from './top-values'
import { useColumnLabel } from './use-column-label'

export type ColumnPanelProps = {
  table: TableName
  /** The column whose profile is open. */
  column: Column | null
  /** The reader may say whether a column is personal. */
  canDecide: boolean
  onClose: () => void
  onFilter: (filter: Filter) => void
}

/** What a column holds over the whole table, whatever is filtered. */
export function ColumnPanel({ table, column, canDecide, onClose, onFilter }: ColumnPanelProps) {
  const t = useTranslations('tables.column')
  const label = useColumnLabel(table)
  return (
    <Dialog open={column !== null} onOpenChange={(open) => (open ? null : onClose())}>
      {column ? (
        <DialogContent size="lg" title={label(column)} description={t('description')}>
          <div className="flex flex-col gap-5">
            {table === 'customers' && (column.personal || (canDecide && isDecidable(column.key))) ? (
              <PersonalChoice column={column} canDecide={canDecide} />
            ) : null}
            <Profile table={table} column={column} label={label(column)} onFilter={onFilter} />
          </div>
        </DialogContent>
      ) : null}
    </Dialog>
  )
}

type ProfileProps = Pick<ColumnPanelProps, 'table' | 'onFilter'> & { column: Column; label: string }

function Profile({ table, column, label, onFilter }: ProfileProps) {
  const t = useTranslations('tables.column')
  const errorText = useErrorText()
  const result = useQuery(columnQuery(table, column))
  if (result.isError)
    return (
      <ErrorState
        title={t('failed')}
        description={errorText(result.error)}
        onRetry={() => result.refetch()}
        retrying={result.isFetching}
      />
    )
  if (!result.data) return <Skeleton className="h-80" />
  const summary = result.data
  return (
    <div className="flex flex-col gap-5">
      <ColumnFigures summary={summary} />
      {summary.histogram ? (
        <ColumnHistogram label={label} summary={summary} histogram={summary.histogram} />
      ) : null}
      {summary.filled > 0 && !summary.masked ? (
        <TopValues column={column} summary={summary} onFilter={onFilter} />
      ) : null}
    </div>
  )
}
