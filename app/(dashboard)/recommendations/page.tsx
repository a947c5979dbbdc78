import { Sparkles } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RecommenderList } from '@/components/recommendations/recommender-list'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listRecommenders } from '@/lib/recommendations/service'
import { getSegmentationOptions } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations'))('title') }
}

export default async function RecommendationsPage() {
  const viewer = await requirePage()
  const [t, formats, recommenders, options] = await Promise.all([
    getTranslations('recommendations'),
    getFormats(),
    listRecommenders(viewer),
    getSegmentationOptions(viewer),
  ])
  const canEdit = viewer.role !== 'viewer'
  const create =
    canEdit && options ? (
      <ButtonLink variant="primary" href="/recommendations/new">
        {t('create')}
      </ButtonLink>
    ) : null
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={recommenders.length > 0 ? create : null}
      />
      <div className="flex flex-col gap-6">
        {canEdit ? null : <Alert>{t('viewer')}</Alert>}
        {recommenders.length > 0 ? (
          <RecommenderList recommenders={recommenders} formats={formats} />
        ) : options ? (
          <EmptyState
            icon={<Sparkles />}
            title={t('empty.title')}
            description={t('empty.description')}
            actions={create}
          />
        ) : (
          <EmptyState
            icon={<Sparkles />}
            title={t('noData.title')}
            description={t('noData.description')}
            actions={canEdit ? <ButtonLink href="/data/upload">{t('noData.upload')}</ButtonLink> : null}
          />
        )}
      </div>
    </>
  )
}
