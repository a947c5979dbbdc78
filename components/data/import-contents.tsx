import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import type { ImportDetail } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import { Disclosure } from './disclosure'
import { OrderFigures } from './order-figures'
import { RejectedRows } from './rejected-rows'
import { RowEquation } from './row-equation'
import { TableChanges } from './table-changes'

type ImportContentsProps = {
  detail: ImportDetail
  /** null for those who may not take data out */
  downloadHref: string | null
  mappingHref: string | null
  formats: Formats
}

/** What a file holds as it was read: every row accounted for, what changes, what was rejected and left out. */
export function ImportContents({ detail, downloadHref, mappingHref, formats }: ImportContentsProps) {
  const { report, table, rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected } = detail
  const changes =
    rowsCreated === null || rowsUpdated === null || rowsUnchanged === null
      ? null
      : { created: rowsCreated, updated: rowsUpdated, unchanged: rowsUnchanged }
  return (
    <>
      <RowEquation read={rowsRead ?? 0} changes={changes} rejected={rowsRejected ?? 0} formats={formats} />
      {report ? (
        <>
          <TableChanges tables={report.tables} formats={formats} />
          <Identity identity={report.identity} />
          {report.rejected.length > 0 ? (
            <RejectedRows
              table={table}
              rejected={report.rejected}
              downloadHref={downloadHref}
              mappingHref={mappingHref}
              formats={formats}
            />
          ) : null}
          {report.orders ? <OrderFigures orders={report.orders} formats={formats} /> : null}
          <NotImported columns={report.unusedColumns} />
        </>
      ) : null}
    </>
  )
}

function Identity({ identity: { byContact, joined } }: { identity: { byContact: number; joined: number } }) {
  const t = useTranslations('data.import')
  if (byContact === 0) return null
  return <Alert title={t('identity', { rows: byContact })}>{t('identityDescription', { joined })}</Alert>
}

/** So many are named; files of thousands of columns have the others behind a click. */
const namedFirst = 30

function NotImported({ columns }: { columns: string[] }) {
  const t = useTranslations('data.import')
  const names = [...new Set(columns.map((column) => column.trim() || t('unnamed')))]
  if (names.length === 0) return <p className="text-sm text-muted">{t('unusedNone')}</p>
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-medium">{t('unused')}</h2>
      <ColumnNames names={names.slice(0, namedFirst)} />
      {names.length > namedFirst ? (
        <Disclosure summary={t('unusedMore', { count: names.length - namedFirst })}>
          <ColumnNames names={names.slice(namedFirst)} />
        </Disclosure>
      ) : null}
    </section>
  )
}

function ColumnNames({ names }: { names: string[] }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <li key={name} className="max-w-full">
          <Badge>
            <span className="truncate">{name}</span>
          </Badge>
        </li>
      ))}
    </ul>
  )
}
