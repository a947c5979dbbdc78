import { getTranslations } from 'next-intl/server'
import { TableIcon } from '@/components/data/table-icon'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { DataOverview } from '@/lib/data/schema'
import type { TableName } from '@/lib/warehouse/tables'

/** Shown also while they are empty; the others are there once something is in them. */
const usual: readonly TableName[] = ['customers', 'orders', 'products', 'reviews']

/** The tables of the dataset and how much is in each. */
export async function DatasetCard({ overview }: { overview: Promise<DataOverview> }) {
  const [t, names, { tables }] = await Promise.all([
    getTranslations('overview.dataset'),
    getTranslations('data.tables'),
    overview,
  ])
  const shown = tables.filter(({ table, imports }) => imports > 0 || usual.includes(table))
  return (
    <Card className="h-full">
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
        <TextLink href="/data" className="text-sm">
          {t('all')}
        </TextLink>
      </CardHeader>
      <CardBody className="pt-3">
        <ul className="divide-y divide-border text-sm">
          {shown.map(({ table, rows, imports }) => (
            <li key={table} className="flex items-center justify-between gap-4 py-2.5">
              <span className="inline-flex items-center gap-2">
                <TableIcon table={table} className="size-4 text-muted" />
                {names(`${table}.name`)}
              </span>
              {imports > 0 ? (
                <TextLink href={`/data#table-${table}`} className="tabular-nums">
                  {t('rows', { rows })}
                </TextLink>
              ) : (
                <span className="text-muted">{t('none')}</span>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}
