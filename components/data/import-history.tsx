import { FileClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
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
import { TextLink } from '@/components/ui/text-link'
import type { ImportSummary } from '@/lib/data/schema'
import type { Formats } from '@/lib/shared/formatting'
import { Checksum } from './checksum'
import { importStanding, StateBadge } from './state-badge'

type ImportHistoryProps = { imports: ImportSummary[]; formats: Formats }

/** Every file that was read, newest first. */
export function ImportHistory({ imports, formats }: ImportHistoryProps) {
  const t = useTranslations('data')
  if (imports.length === 0) {
    return (
      <EmptyState icon={<FileClock />} title={t('history.none')} description={t('history.noneDescription')} />
    )
  }
  const count = (rows: number | null) => (rows === null ? '–' : formats.integer(rows))
  return (
    <TableScroll label={t('history.title')}>
      <Table>
        <TableCaption>{t('history.title')}</TableCaption>
        <TableHead>
          <TableRow>
            <TableHeader>{t('history.file')}</TableHeader>
            <TableHeader>{t('history.tables')}</TableHeader>
            <TableHeader>{t('history.state')}</TableHeader>
            <TableHeader numeric>{t('import.created')}</TableHeader>
            <TableHeader numeric>{t('import.updated')}</TableHeader>
            <TableHeader numeric>{t('import.unchanged')}</TableHeader>
            <TableHeader numeric>{t('import.rejected')}</TableHeader>
            <TableHeader>{t('history.when')}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {imports.map((item) => (
            <TableRow key={item.id}>
              <TableCell className="max-w-64 min-w-36">
                <TextLink href={`/data/imports/${item.id}`} className="break-words">
                  {item.fileName}
                </TextLink>
                <span className="flex flex-wrap gap-x-2 text-xs text-muted">
                  {formats.bytes(item.bytes)}
                  <Checksum sha256={item.sha256} />
                </span>
              </TableCell>
              <TableCell className="min-w-28">
                {formats.list(item.tables.map((table) => t(`tables.${table}.name`)))}
              </TableCell>
              <TableCell>
                <StateBadge standing={importStanding(item)} />
              </TableCell>
              <TableCell numeric>{count(item.rowsCreated)}</TableCell>
              <TableCell numeric>{count(item.rowsUpdated)}</TableCell>
              <TableCell numeric>{count(item.rowsUnchanged)}</TableCell>
              <TableCell numeric>{count(item.rowsRejected)}</TableCell>
              <TableCell className="whitespace-nowrap">
                {formats.dateTime(item.createdAt)}
                {item.createdBy ? <span className="block text-xs text-muted">{item.createdBy}</span> : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}
