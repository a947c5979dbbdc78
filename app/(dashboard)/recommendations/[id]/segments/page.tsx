import { SegmentListsView } from '@/components/recommendations/segment-lists-view'
import { loadFinished } from '../load'

type Props = { params: Promise<{ id: string }> }

export default async function SegmentListsPage({ params }: Props) {
  const { recommender, segments } = await loadFinished((await params).id)
  return <SegmentListsView recommenderId={recommender.id} segments={segments} />
}
