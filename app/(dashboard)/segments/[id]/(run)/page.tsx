import { SegmentationContent } from '@/components/segments/segmentation-content'
import { SegmentationEnded } from '@/components/segments/segmentation-ended'
import { SegmentationProgress } from '@/components/segments/segmentation-progress'
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
  return <SegmentationContent segmentation={segmentation} formats={await getFormats()} canEdit={canEdit} />
}
