'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Select } from '@/components/ui/select'
import { useColumnName } from './use-column-name'

type ColumnSelectProps = Omit<ComponentProps<typeof Select>, 'value' | 'onChange' | 'children'> & {
  headers: readonly string[]
  value: number | null
  onChange: (column: number | null) => void
}

/** Files of more columns get their options once a choice is about to be made: a select for each field adds up. */
const manyColumns = 100

/** Chooses one of the file's columns, or none. */
export function ColumnSelect({ headers, value, onChange, ...props }: ColumnSelectProps) {
  const t = useTranslations('data.mapping')
  const columnName = useColumnName(headers)
  const [opened, setOpened] = useState(headers.length <= manyColumns)
  const open = () => setOpened(true)
  const positions = opened ? [...headers.keys()] : value === null ? [] : [value]
  return (
    <Select
      value={value ?? ''}
      onFocus={open}
      onPointerDown={open}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      {...props}
    >
      <option value="">{t('notMapped')}</option>
      {positions.map((position) => (
        <option key={position} value={position}>
          {columnName(position)}
        </option>
      ))}
    </Select>
  )
}
