import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { ImportHistory } from '@/components/data/import-history'
import { TableCards } from '@/components/data/table-cards'
import { DataNav } from '@/components/tables/data-nav'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { getDataOverview, listImports } from '@/lib/data/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data')
  return { title: t('title') }
}

export default async function DataPage() {
  const viewer = await requirePage()
  const [t, formats, imports] = await Promise.all([
    getTranslations('data'),
    getFormats(),
    listImports(viewer),
  ])
  const canUpload = viewer.role !== 'viewer'
  const cards = getDataOverview(viewer).then(({ tables }) => (
    <TableCards tables={tables} canUpload={canUpload} />
  ))
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          canUpload ? (
            <ButtonLink variant="primary" href="/data/upload">
              {t('upload')}
            </ButtonLink>
          ) : null
        }
      />
      <DataNav />
      <div className="flex flex-col gap-8">
        {canUpload ? null : <Alert>{t('overview.viewer')}</Alert>}
        <section aria-label={t('overview.tables')}>
          <Suspense fallback={<Skeleton className="h-[81rem] rounded-xl sm:h-[49rem] xl:h-[27.75rem]" />}>
            {cards}
          </Suspense>
        </section>
        <div className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('history.title')}</h2>
          <ImportHistory imports={imports} formats={formats} />
        </div>
      </div>
    </>
  )
}
