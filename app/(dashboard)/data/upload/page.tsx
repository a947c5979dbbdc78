import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SampleLinks } from '@/components/data/sample-links'
import { UploadForm } from '@/components/data/upload-form'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/server/access'
import { readEnv } from '@/lib/server/env'

const needs = [
  ...(['expectOrders', 'expectCustomers', 'expectProducts', 'expectReviews'] as const),
  'expectOthers',
] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data.uploadPage')
  return { title: t('title') }
}

export default async function UploadPage() {
  const viewer = await requirePage()
  const t = await getTranslations('data')
  const breadcrumb = [{ label: t('title'), href: '/data' }]
  if (viewer.role === 'viewer') {
    return (
      <>
        <PageHeader title={t('uploadPage.title')} breadcrumb={breadcrumb} />
        <EmptyState
          title={t('uploadPage.viewerTitle')}
          description={t('uploadPage.viewer')}
          actions={<ButtonLink href="/data">{t('import.seeData')}</ButtonLink>}
        />
      </>
    )
  }
  return (
    <>
      <PageHeader
        title={t('uploadPage.title')}
        description={t('uploadPage.description')}
        breadcrumb={breadcrumb}
      />
      <div className="flex flex-col gap-8">
        <UploadForm mostBytes={readEnv().maxUploadBytes} />
        <section aria-labelledby="needs" className="flex flex-col gap-3">
          <h2 id="needs" className="text-base font-semibold">
            {t('uploadPage.expect')}
          </h2>
          <ul className="list-disc space-y-1.5 pl-5 text-sm marker:text-muted">
            {needs.map((need) => (
              <li key={need}>{t(`uploadPage.${need}`)}</li>
            ))}
          </ul>
          <div>
            <p className="mb-1 text-sm text-muted">{t('uploadPage.samples')}</p>
            <SampleLinks />
          </div>
        </section>
      </div>
    </>
  )
}
