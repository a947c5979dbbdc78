import { DifferencesView } from '@/components/segments/insights/differences-view'
import { NoInsights } from '@/components/segments/insights/no-insights'
import { loadInsights } from '../load'

type Props = { params: Promise<{ id: string }> }

export default async function DifferencesPage({ params }: Props) {
  const { segmentation, insights } = await loadInsights((await params).id)
  return insights ? <DifferencesView segmentation={segmentation} insights={insights} /> : <NoInsights />
}
