import { RecommenderEnded } from '@/components/recommendations/recommender-ended'
import { RecommenderProgress } from '@/components/recommendations/recommender-progress'
import { ResultsView } from '@/components/recommendations/results-view'
import { loadFinished, loadRecommender } from './load'

type Props = { params: Promise<{ id: string }> }

export default async function RecommenderPage({ params }: Props) {
  const { id } = await params
  const { viewer, recommender } = await loadRecommender(id)
  const { name, state, jobId, error } = recommender
  const canEdit = viewer.role !== 'viewer'
  if (state === 'queued' || state === 'running') {
    return <RecommenderProgress jobId={jobId} name={name} canCancel={canEdit} />
  }
  if (state !== 'completed') return <RecommenderEnded state={state} error={error} canEdit={canEdit} />
  return <ResultsView recommender={recommender} segments={(await loadFinished(id)).segments} />
}
