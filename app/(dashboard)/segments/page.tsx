import { Group } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SegmentationList } from '@/components/segments/segmentation-list'
import { SegmentationListActions } from '@/components/segments/segmentation-list-actions'
import { SegmentationListFilter } from '@/components/segments/segmentation-list-filter'
import { readKind } from '@/components/segments/segmentation-list-kinds'
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

type Props = { searchParams: Promise<{ kind?: string | string[] }> }

export default async function SegmentsPage({ searchParams }: Props) {
  const viewer = await requirePage()
  const [t, formats, segmentations, query] = await Promise.all([
    getTranslations('segments.list'),
    getFormats(),
    listSegmentations(viewer),
    searchParams,
  ])
  const hasOrders = segmentations.length > 0 || (await getSegmentationOptions(viewer)) !== null
  const canEdit = viewer.role !== 'viewer'
  const kind = readKind(query.kind, segmentations)
  const canCompare = segmentations.filter(({ state }) => state === 'completed').length > 1
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          canCompare ? (
            <>
              <ButtonLink href="/segments/overlap">{t('actions.overlap')}</ButtonLink>
              <ButtonLink href="/segments/compare">{t('actions.compare')}</ButtonLink>
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        {canEdit ? null : <Alert>{t('viewer')}</Alert>}
        {canEdit && hasOrders ? <SegmentationListActions /> : null}
        {segmentations.length > 0 ? (
          <div className="flex flex-col gap-4">
            <SegmentationListFilter segmentations={segmentations} kind={kind} />
            <SegmentationList
              segmentations={segmentations.filter((one) => kind === null || one.kind === kind)}
              formats={formats}
            />
          </div>
        ) : hasOrders ? (
          <EmptyState
            icon={<Group />}
            title={t('empty.title')}
            description={t('empty.description')}
            actions={
              canEdit ? (
                <ButtonLink variant="primary" href="/segments/new">
                  {t('create')}
                </ButtonLink>
              ) : null
            }
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
