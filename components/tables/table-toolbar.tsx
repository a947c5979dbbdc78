'use client'

import { Columns3, ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { SearchInput } from '@/components/ui/search-input'
import type { Filter, TableColumn } from '@/lib/tables/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { FilterForm } from './filter-form'
import { useColumnLabel } from './use-column-label'
import type { TableState } from './use-table-state'

type TableToolbarProps = {
  table: TableName
  columns: readonly TableColumn[]
  state: TableState
  /** The reader sees personal values. */
  seesPeople: boolean
}

/** Search, filters and the choice of columns. */
export function TableToolbar({ table, columns, state, seesPeople }: TableToolbarProps) {
  const open = seesPeople ? columns : columns.filter(({ personal }) => !personal)
  const t = useTranslations('tables.toolbar')
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        maxLength={200}
        value={state.text}
        onChange={state.setText}
        className="min-w-48 flex-1 sm:max-w-sm"
      />
      <AddFilter table={table} columns={open} onAdd={state.addFilter} />
      <ChooseColumns table={table} columns={columns} state={state} />
    </div>
  )
}

type AddFilterProps = {
  table: TableName
  columns: readonly TableColumn[]
  onAdd: (filter: Filter) => void
}

function AddFilter({ table, columns, onAdd }: AddFilterProps) {
  const t = useTranslations('tables.toolbar')
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button>
          <ListFilter aria-hidden />
          {t('filter')}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t('filter')}>
        <FilterForm
          table={table}
          columns={columns}
          onAdd={(filter) => {
            setOpen(false)
            onAdd(filter)
          }}
        />
      </PopoverContent>
    </Popover>
  )
}

function ChooseColumns({ table, columns, state }: Omit<TableToolbarProps, 'seesPeople'>) {
  const t = useTranslations('tables.toolbar')
  const label = useColumnLabel(table)
  const shown = state.query.columns
  const toggle = (key: string, show: boolean) =>
    state.chooseColumns(show ? [...shown, key] : shown.filter((one) => one !== key))
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button>
          <Columns3 aria-hidden />
          {t('columns', { shown: shown.length, total: columns.length })}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t('chooseColumns')} className="max-h-96">
        <fieldset className="flex flex-col gap-2.5">
          <legend className="mb-2 font-medium">{t('chooseColumns')}</legend>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              label={label(column)}
              description={column.filled === 0 ? t('emptyColumn') : undefined}
              checked={shown.includes(column.key)}
              disabled={shown.length === 1 && shown.includes(column.key)}
              onChange={(event) => toggle(column.key, event.target.checked)}
            />
          ))}
        </fieldset>
      </PopoverContent>
    </Popover>
  )
}
