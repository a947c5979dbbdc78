import { Group } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SegmentationList } from '@/components/segments/segmentation-list'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { getSegmentationOptions, listSegmentations } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('segments.list')
  return { title: t('title') }
}

export default async function SegmentsPage() {
  const viewer = await requirePage()
  const [t, formats, segmentations] = await Promise.all([
    getTranslations('segments.list'),
    getFormats(),
    listSegmentations(viewer),
  ])
  const hasOrders = segmentations.length > 0 || (await getSegmentationOptions(viewer)) !== null
  const canEdit = viewer.role !== 'viewer'
  const create =
    canEdit && hasOrders ? (
      <ButtonLink variant="primary" href="/segments/new">
        {t('create')}
      </ButtonLink>
    ) : null
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={segmentations.length > 0 ? create : null}
      />
      <div className="flex flex-col gap-6">
        {canEdit ? null : <Alert>{t('viewer')}</Alert>}
        {segmentations.length > 0 ? (
          <SegmentationList segmentations={segmentations} formats={formats} />
        ) : hasOrders ? (
          <EmptyState
            icon={<Group />}
            title={t('empty.title')}
            description={t('empty.description')}
            actions={create}
          />
        ) : (
          <EmptyState
            icon={<Group />}
            title={t('noData.title')}
            description={t('noData.description')}
            actions={
              <>
                <ButtonLink variant="primary" href={canEdit ? '/data/upload' : '/data'}>
                  {t(canEdit ? 'noData.upload' : 'noData.data')}
                </ButtonLink>
                {canEdit ? <ButtonLink href="/">{t('noData.sample')}</ButtonLink> : null}
              </>
            }
          />
        )}
      </div>
    </>
  )
}
