import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
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
import type { AuditEntryView } from '@/lib/accounts/audit-schema'
import type { Formats } from '@/lib/shared/formatting'
import { AuditDetails } from './audit-details'

const tones: Record<string, Tone> = {
  started: 'info',
  refused: 'warning',
  interrupted: 'warning',
  failed: 'danger',
}

export type AuditTableProps = { entries: readonly AuditEntryView[]; formats: Formats }

/** Who did what, newest first. */
export function AuditTable({ entries, formats }: AuditTableProps) {
  const t = useTranslations('accounts.audit')
  return (
    <TableScroll label={t('table')}>
      <Table className="min-w-3xl">
        <TableCaption>{t('table')}</TableCaption>
        <TableHead>
          <tr>
            <TableHeader>{t('columns.when')}</TableHeader>
            <TableHeader>{t('columns.who')}</TableHeader>
            <TableHeader>{t('columns.what')}</TableHeader>
            <TableHeader>{t('columns.details')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <TableRow key={entry.id} className="align-top">
              <TableCell className="whitespace-nowrap">{formats.dateTime(entry.at)}</TableCell>
              <TableCell className="max-w-48 break-words">{entry.person ?? t('nobody')}</TableCell>
              <TableCell className="max-w-72 min-w-44">
                <span className="flex flex-wrap items-center gap-2">
                  {t.has(`actions.${entry.action}`) ? t(`actions.${entry.action}`) : entry.action}
                  {t.has(`outcomes.${entry.outcome}`) ? (
                    <Badge tone={tones[entry.outcome]}>{t(`outcomes.${entry.outcome}`)}</Badge>
                  ) : null}
                </span>
                <AuditObject entry={entry} />
              </TableCell>
              <TableCell className="max-w-96 min-w-56 text-xs text-muted">
                <AuditDetails entry={entry} formats={formats} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  )
}

/** What it was done to: a person by name, anything else by its number. */
function AuditObject({ entry }: { entry: AuditEntryView }) {
  const t = useTranslations('accounts.audit')
  const { objectId, objectName, person } = entry
  if (objectName !== null)
    return objectName === person ? null : (
      <span className="block text-xs text-muted">{t('about', { name: objectName })}</span>
    )
  return objectId === null ? null : <code className="block text-xs break-all text-muted">{objectId}</code>
}
