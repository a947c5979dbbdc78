import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardTitle } from '@/components/ui/card'
import type { DataOverview } from '@/lib/data/schema'
import { TableIcon } from './table-icon'

type TableCardsProps = { tables: DataOverview['tables']; canUpload: boolean }

/** The tables of the dataset: how much is in each, and what each is good for. */
export function TableCards({ tables, canUpload }: TableCardsProps) {
  const t = useTranslations('data')
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {tables.map(({ table, rows, imports }) => (
        <Card key={table} id={`table-${table}`} className="flex flex-col">
          <CardBody className="flex grow flex-col gap-2">
            <div className="flex items-center gap-2">
              <TableIcon table={table} className="size-4 text-muted" />
              <CardTitle>{t(`tables.${table}.name`)}</CardTitle>
            </div>
            {imports > 0 ? (
              <p>
                <span className="text-2xl leading-8 font-semibold tracking-tight tabular-nums">
                  {t('overview.rows', { rows })}
                </span>{' '}
                <span className="block text-sm text-muted">{t('overview.imports', { imports })}</span>
              </p>
            ) : (
              <p className="text-sm text-muted">{t('overview.none')}</p>
            )}
            <p className="text-sm text-muted">{t(`tables.${table}.unlocks`)}</p>
            {imports === 0 && canUpload ? (
              <div className="mt-auto pt-2">
                <ButtonLink size="sm" href="/data/upload">
                  {t('overview.uploadTable', { table: t(`tables.${table}.name`) })}
                </ButtonLink>
              </div>
            ) : null}
          </CardBody>
        </Card>
      ))}
    </div>
  )
}
