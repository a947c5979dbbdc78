'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { RadioGroup } from '@/components/ui/radio-group'
import { type ImportMode, importModes } from '@/lib/csv/mapping'
import type { TableName } from '@/lib/warehouse/tables'

type ModeChoiceProps = {
  table: TableName
  value: ImportMode
  onChange: (mode: ImportMode) => void
  disabled: boolean
}

/** What becomes of the records that are there already. */
export function ModeChoice({ table, value, onChange, disabled }: ModeChoiceProps) {
  const t = useTranslations('data')
  const name = t(`tables.${table}.name`)
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('modes.title')}
        value={value}
        disabled={disabled}
        onValueChange={(next) => onChange(next as ImportMode)}
        options={importModes.map((mode) => ({
          value: mode,
          label: t(`modes.${mode}.name`),
          description:
            mode === 'update' ? t(`modes.updates.${table}`) : t(`modes.${mode}.description`, { table: name }),
        }))}
      />
      {value === 'replace' ? (
        <Alert tone="warning">{t('modes.replaceWarning', { table: name })}</Alert>
      ) : null}
    </div>
  )
}
