import { useTranslations } from 'next-intl'
import { useFieldName } from '@/components/data/use-field-name'
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
import type { HeldRecord, HeldSource, HeldTable } from '@/lib/privacy/access-schema'
import type { Formats } from '@/lib/shared/formatting'

/** Which import a record came from. */
export function AccessSource({ source, formats }: { source: HeldSource; formats: Formats }) {
  const t = useTranslations('privacy.access')
  const { fileName, at, state } = source
  return (
    <>
      {t('source', { file: fileName, date: formats.date(at) })}
      {state === 'counts' ? null : ` ${t(`sourceStates.${state}`)}`}
    </>
  )
}

const longestLine = 40

const cellClasses = (value = '') =>
  value.length > longestLine ? 'min-w-72 max-w-md break-words' : 'whitespace-nowrap'

type AccessRecordsProps = {
  table: HeldTable
  records: readonly HeldRecord[]
  count: number
  formats: Formats
}

/** The stored records of a table that are of one person, as they stand, with where each came from. */
export function AccessRecords({ table, records, count, formats }: AccessRecordsProps) {
  const t = useTranslations('privacy.access')
  const tables = useTranslations('data.tables')
  const fieldName = useFieldName()
  const columns = [...new Set(records.flatMap(({ values }) => Object.keys(values)))]
  const title = tables(`${table}.name`)
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="text-sm text-muted">
        {t('records', { count })} {count > records.length ? t('shown', { count: records.length }) : ''}
      </p>
      <TableScroll label={title}>
        <Table>
          <TableCaption>{title}</TableCaption>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableHeader key={column}>{fieldName(table, column)}</TableHeader>
              ))}
              <TableHeader>{t('from')}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {records.map(({ values, source }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: records have no key of their own, and stay in place
              <TableRow key={index}>
                {columns.map((column) => (
                  <TableCell key={column} className={cellClasses(values[column])}>
                    {values[column] ?? ''}
                  </TableCell>
                ))}
                <TableCell className="whitespace-nowrap">
                  <AccessSource source={source} formats={formats} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
    </section>
  )
}
