'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Mapping } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import { PreviewTable } from './preview-table'

/** The file's first rows as they will be read under the mapping as it stands, table by table. */
export function MappingPreview({ file, mapping }: { file: InspectionResult; mapping: Mapping }) {
  const t = useTranslations('data')
  const [chosen, setChosen] = useState<string | null>(null)
  const index = Math.max(
    0,
    mapping.tables.findIndex(({ table }) => table === chosen),
  )
  const table = mapping.tables[index]?.table ?? 'orders'
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('mapping.previewTitle')}</CardTitle>
          <CardDescription>{t('mapping.previewDescription', { count: file.sample.length })}</CardDescription>
        </div>
        {mapping.tables.length > 1 ? (
          <SegmentedControl
            label={t('mapping.previewTables')}
            value={table}
            onValueChange={setChosen}
            options={mapping.tables.map(({ table }) => ({ value: table, label: t(`tables.${table}.name`) }))}
          />
        ) : null}
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <PreviewTable file={file} mapping={mapping} index={index} table={table} />
      </CardBody>
    </Card>
  )
}
