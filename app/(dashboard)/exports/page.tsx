import { FileDown } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExportLog } from '@/components/exports/export-log'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listExports } from '@/lib/segments/export-service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports')
  return { title: t('title') }
}

export default async function ExportsPage() {
  const viewer = await requirePage()
  const [t, formats, records] = await Promise.all([
    getTranslations('exports'),
    getFormats(),
    listExports(viewer),
  ])
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {records.length > 0 ? (
        <ExportLog records={records} formats={formats} />
      ) : (
        <EmptyState
          icon={<FileDown />}
          title={t('empty.title')}
          description={t('empty.description')}
          actions={<ButtonLink href="/segments">{t('empty.action')}</ButtonLink>}
        />
      )}
    </>
  )
}
