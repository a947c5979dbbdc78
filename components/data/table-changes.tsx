import { useTranslations } from 'next-intl'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableScroll,
} from '@/components/ui/table'
import type { ImportReport } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import { TableIcon } from './table-icon'

type TableChangesProps = { tables: ImportReport['tables']; formats: Formats }

/** What an import changes in each of the tables that it feeds. */
export function TableChanges({ tables, formats }: TableChangesProps) {
  const t = useTranslations('data')
  const unreadable = tables.reduce((sum, each) => sum + each.unreadable, 0)
  const removes = tables.some(({ removed }) => removed > 0)
  return (
    <Card>
      <CardHeader>
        <div>
          <CardTitle>{t('import.changes')}</CardTitle>
          <CardDescription>
            {t('import.changesDescription')} {tables.length > 1 ? t('import.changesGathered') : null}
          </CardDescription>
        </div>
      </CardHeader>
      <CardBody>
        <TableScroll label={t('import.changes')}>
          <Table>
            <TableCaption>{t('import.changes')}</TableCaption>
            <TableHead>
              <TableRow>
                <TableHeader>{t('history.table')}</TableHeader>
                <TableHeader>{t('modes.title')}</TableHeader>
                <TableHeader numeric>{t('import.created')}</TableHeader>
                <TableHeader numeric>{t('import.updated')}</TableHeader>
                <TableHeader numeric>{t('import.unchanged')}</TableHeader>
                {removes ? <TableHeader numeric>{t('import.removed')}</TableHeader> : null}
              </TableRow>
            </TableHead>
            <TableBody>
              {tables.map(({ table, mode, created, updated, unchanged, removed }) => (
                <TableRow key={table}>
                  <TableHeader scope="row" className="border-0 text-sm text-text">
                    <span className="inline-flex items-center gap-2">
                      <TableIcon table={table} className="size-4 text-muted" />
                      {t(`tables.${table}.name`)}
                    </span>
                  </TableHeader>
                  <TableCell className="min-w-40 text-muted">{t(`modes.${mode}.name`)}</TableCell>
                  <TableCell numeric>{formats.integer(created)}</TableCell>
                  <TableCell numeric>{formats.integer(updated)}</TableCell>
                  <TableCell numeric>{formats.integer(unchanged)}</TableCell>
                  {removes ? (
                    <TableCell numeric className={removed > 0 ? 'text-danger' : 'text-muted'}>
                      {formats.integer(removed)}
                    </TableCell>
                  ) : null}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
        {unreadable > 0 ? (
          <p className="mt-3 text-sm text-muted">{t('import.unreadable', { values: unreadable })}</p>
        ) : null}
      </CardBody>
    </Card>
  )
}
