import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DeleteSegmentationButton } from '@/components/segments/delete-segmentation-button'
import { SegmentationEnded } from '@/components/segments/segmentation-ended'
import { SegmentationOverview } from '@/components/segments/segmentation-overview'
import { SegmentationProgress } from '@/components/segments/segmentation-progress'
import { PageHeader } from '@/components/ui/page-header'
import { getSegmentation } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { params: Promise<{ id: string }> }

const load = cache(async (id: string) => {
  const viewer = await requirePage()
  return { viewer, segmentation: await orNotFound(getSegmentation(viewer, id)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { segmentation } = await load((await params).id)
  return { title: segmentation.name }
}

export default async function SegmentationPage({ params }: Props) {
  const { viewer, segmentation } = await load((await params).id)
  const [t, formats] = await Promise.all([getTranslations('segments'), getFormats()])
  const { id, name, state, jobId } = segmentation
  const canEdit = viewer.role !== 'viewer'
  const running = state === 'queued' || state === 'running'
  return (
    <>
      <PageHeader
        title={name}
        description={
          state === 'completed'
            ? t('detail.summary', {
                date: formats.date(segmentation.asOf),
                customers: segmentation.customers ?? 0,
                features: segmentation.result.features.length,
              })
            : null
        }
        breadcrumb={[{ label: t('list.title'), href: '/segments' }]}
        actions={canEdit && !running ? <DeleteSegmentationButton id={id} name={name} /> : null}
      />
      {running ? (
        <SegmentationProgress jobId={jobId} name={name} canCancel={canEdit} />
      ) : state === 'completed' ? (
        <SegmentationOverview segmentation={segmentation} formats={formats} canEdit={canEdit} />
      ) : (
        <SegmentationEnded state={state} error={segmentation.error} canEdit={canEdit} />
      )}
    </>
  )
}
