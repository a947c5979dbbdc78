'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { TableMapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import { decidableColumns } from './personal-draft'
import { useColumnName } from './use-column-name'
import { useFieldName } from './use-field-name'
import type { MappingState } from './use-mapping'

type PersonalColumnsProps = {
  file: InspectionResult
  state: MappingState
  mapping: TableMapping
  disabled: boolean
}

/** So many are shown until the others are asked for. */
const shownFirst = 30

/** Which of the customers' columns say who somebody is, recognised, for the user to say otherwise. */
export function PersonalColumns({ file, state, mapping, disabled }: PersonalColumnsProps) {
  const t = useTranslations('data.mapping')
  const columnName = useColumnName(file.headers)
  const fieldName = useFieldName()
  const [all, setAll] = useState(false)
  const columns = decidableColumns(file, mapping, state.decided)
  if (columns.length === 0) return null
  const sorted = [...columns].sort((a, b) => Number(b.judgement.personal) - Number(a.judgement.personal))
  return (
    <fieldset className="flex flex-col gap-3 text-sm">
      <legend className="mb-1 font-medium">{t('personalTitle')}</legend>
      <p className="text-muted">{t('personalHint')}</p>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {sorted.slice(0, all ? sorted.length : shownFirst).map(({ key, column, field, judgement }) => {
          const name = field === null ? columnName(column) : fieldName('customers', field)
          const { personal, reason } = judgement
          return (
            <Checkbox
              key={key}
              aria-label={t('personalOf', { column: name })}
              label={
                <span className="flex flex-wrap items-center gap-2">
                  {name}
                  {personal ? <Badge tone="info">{t('personal')}</Badge> : null}
                </span>
              }
              description={reason ? t(`personalReasons.${reason}`) : undefined}
              checked={personal}
              disabled={disabled}
              onChange={(event) => state.sayPersonal(key, event.target.checked)}
            />
          )
        })}
      </div>
      {!all && sorted.length > shownFirst ? (
        <div>
          <Button size="sm" onClick={() => setAll(true)}>
            {t('showAll', { count: sorted.length })}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}
