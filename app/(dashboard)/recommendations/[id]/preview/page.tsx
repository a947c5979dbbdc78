import { PreviewView } from '@/components/recommendations/preview-view'
import { loadFinished } from '../load'

type Props = { params: Promise<{ id: string }> }

export default async function PreviewPage({ params }: Props) {
  const { viewer, recommender, segments } = await loadFinished((await params).id)
  return <PreviewView recommender={recommender} segments={segments} personal={viewer.role !== 'viewer'} />
}
