import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { TextLink } from '@/components/ui/text-link'
import type { ImportSummary } from '@/lib/data/schema'
import { tableNames } from '@/lib/warehouse/tables'

/** Tables whose newest import failed, each with the way to what happened. */
export function FailedImports({ imports }: { imports: ImportSummary[] }) {
  const t = useTranslations('overview.welcome')
  const tables = useTranslations('data.tables')
  const newestFirst = [...imports].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  const failed = tableNames.flatMap((table) => {
    const newest = newestFirst.find((item) => item.table === table && item.stage !== 'discarded')
    return newest?.state === 'failed' ? [newest] : []
  })
  return failed.map((item) => (
    <Alert key={item.id} tone="warning">
      {t('failed', { table: tables(`${item.table}.name`) })}{' '}
      <TextLink href={`/data/imports/${item.id}`}>{t('failedLink')}</TextLink>
    </Alert>
  ))
}
