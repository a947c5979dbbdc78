import { FewPeople } from '@/components/segments/few-people'
import { SegmentationContent } from '@/components/segments/segmentation-content'
import { SegmentationEnded } from '@/components/segments/segmentation-ended'
import { SegmentationProgress } from '@/components/segments/segmentation-progress'
import { getSmallGroup } from '@/lib/privacy/small-groups-service'
import { getFormats } from '@/lib/server/formats'
import { loadSegmentation } from './load'

type Props = { params: Promise<{ id: string }> }

export default async function SegmentationPage({ params }: Props) {
  const { viewer, segmentation } = await loadSegmentation((await params).id)
  const { name, state, jobId } = segmentation
  const canEdit = viewer.role !== 'viewer'
  if (state === 'queued' || state === 'running') {
    return <SegmentationProgress jobId={jobId} name={name} canCancel={canEdit} />
  }
  if (state !== 'completed') {
    return <SegmentationEnded state={state} error={segmentation.error} canEdit={canEdit} />
  }
  const [formats, threshold] = await Promise.all([getFormats(), getSmallGroup(viewer)])
  const sizes = segmentation.segments.map(({ size }) => size)
  return (
    <div className="flex flex-col gap-6">
      <FewPeople what="segments" sizes={sizes} threshold={threshold} />
      {segmentation.kind === 'rfm' ? (
        <FewPeople
          what="cells"
          sizes={segmentation.result.cells.map(({ customers }) => customers)}
          threshold={threshold}
        />
      ) : null}
      <SegmentationContent segmentation={segmentation} formats={formats} canEdit={canEdit} />
    </div>
  )
}
