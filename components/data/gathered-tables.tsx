'use client'

import { useTranslations } from 'next-intl'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { gatherableTables } from './mapping-draft'
import type { MappingState } from './use-mapping'

type GatheredTablesProps = { state: MappingState; disabled: boolean }

/** The further tables that the file's rows can feed in passing. */
export function GatheredTables({ state, disabled }: GatheredTablesProps) {
  const t = useTranslations('data')
  const { own, gathered } = state.draft
  const offered = gatherableTables(own)
  if (offered.length === 0) return null
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('mapping.gatheredTitle')}</CardTitle>
          <CardDescription>{t('mapping.gatheredHint')}</CardDescription>
        </div>
      </CardHeader>
      <CardBody className="grid gap-3 sm:grid-cols-2">
        {offered.map((table) => (
          <Checkbox
            key={table}
            label={t(`tables.${table}.name`)}
            description={t(`mapping.gather.${table === 'products' ? 'products' : 'customers'}`)}
            checked={gathered.includes(table)}
            disabled={disabled}
            onChange={(event) => state.switchTable(table, event.target.checked)}
          />
        ))}
      </CardBody>
    </Card>
  )
}
