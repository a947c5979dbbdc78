'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { RadioGroup } from '@/components/ui/radio-group'
import { type TableName, tableNames } from '@/lib/warehouse/tables'
import { TableIcon } from './table-icon'

type TableChoiceProps = {
  value: TableName
  /** What the file was recognised as; null when nothing was. */
  recognised: TableName | null
  onChange: (table: TableName) => void
  disabled: boolean
}

/** What a file holds: what it was recognised as, and a way to say otherwise. */
export function TableChoice({ value, recognised, onChange, disabled }: TableChoiceProps) {
  const t = useTranslations('data')
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>
            {recognised ? t(`tables.${recognised}.looksLike`) : t('mapping.notRecognised')}
          </CardTitle>
          <CardDescription>
            {recognised ? t('mapping.tableHint') : t('mapping.notRecognisedHint')}
          </CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <RadioGroup
          label={t('mapping.tableTitle')}
          hideLabel
          look="cards"
          value={value}
          disabled={disabled}
          onValueChange={(next) => onChange(next as TableName)}
          options={tableNames.map((table) => ({
            value: table,
            label: (
              <span className="inline-flex flex-wrap items-center gap-2 font-medium">
                <TableIcon table={table} className="size-4 text-muted" />
                {t(`tables.${table}.name`)}
                {table === recognised ? <Badge tone="success">{t('mapping.recognised')}</Badge> : null}
              </span>
            ),
            description: t(`tables.${table}.choice`),
          }))}
        />
      </CardBody>
    </Card>
  )
}
