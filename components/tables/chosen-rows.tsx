'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { type Column, type Filter, needsValue } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { conditionKey } from './condition-key'
import { useColumnLabel } from './use-column-label'
import type { TableState } from './use-table-state'
import { useValueText } from './use-value-text'

type ChosenRowsProps = { table: TableName; columns: readonly Column[]; state: TableState }

/** What narrows the table down, each with a button that takes it away. */
export function ChosenRows({ table, columns, state }: ChosenRowsProps) {
  const t = useTranslations('tables.filters')
  const checks = useTranslations('quality.checks')
  const label = useColumnLabel(table)
  const valueText = useValueText()
  const { query } = state
  if (query.filters.length === 0 && !query.rows) return null

  function word(filter: Filter): string {
    const column = columns.find(({ key }) => key === filter.column)
    const { kind } = column ?? { kind: 'text' as const }
    const given = kind === 'boolean' ? filter.value === 'true' : (filter.value ?? null)
    const value = valueText(kind === 'datetime' ? 'date' : kind, given)
    return t('chip', {
      column: column ? label(column) : filter.column,
      condition: t(`conditions.${conditionKey(kind, filter.is)}`),
      value: needsValue(filter.is) ? value : '',
    }).trim()
  }
  return (
    <ul aria-label={t('active')} className="flex flex-wrap items-center gap-2">
      {query.rows ? (
        <Chip onRemove={state.showAllRows} label={t('remove', { filter: checks(`${query.rows}.title`) })}>
          {checks(`${query.rows}.title`)}
        </Chip>
      ) : null}
      {query.filters.map((filter) => (
        <Chip
          key={`${filter.column} ${filter.is}`}
          onRemove={() => state.removeFilter(filter)}
          label={t('remove', { filter: word(filter) })}
        >
          {word(filter)}
        </Chip>
      ))}
      <li>
        <Button size="sm" variant="ghost" onClick={state.clear}>
          {t('clear')}
        </Button>
      </li>
    </ul>
  )
}

function Chip({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <li className="inline-flex max-w-full items-center gap-1 rounded-full bg-accent-soft py-0.5 pr-1 pl-3 text-sm text-accent-strong">
      <span className="min-w-0 truncate">{children}</span>
      <button
        type="button"
        aria-label={label}
        onClick={onRemove}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-surface"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </li>
  )
}
