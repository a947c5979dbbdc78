import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { DataNav } from '@/components/tables/data-nav'
import { QualityReport } from '@/components/tables/quality-report'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { getQuality } from '@/lib/tables/service'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quality')
  return { title: t('title') }
}

export default async function QualityPage() {
  const viewer = await requirePage()
  const [t, formats] = await Promise.all([getTranslations('quality'), getFormats()])
  const report = getQuality(viewer, viewer.workspace.currency).then((quality) => (
    <QualityReport quality={quality} formats={formats} canUpload={viewer.role !== 'viewer'} />
  ))
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <DataNav />
      <Suspense fallback={<Skeleton className="h-160 rounded-xl" />}>{report}</Suspense>
    </>
  )
}
