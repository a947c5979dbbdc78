import { ComputedPanel } from '@/components/segments/computed-panel'
import { NoInsights } from '@/components/segments/insights/no-insights'
import { TrustView } from '@/components/segments/insights/trust-view'
import { getFormats } from '@/lib/server/formats'
import { loadInsights } from '../load'

type Props = { params: Promise<{ id: string }> }

export default async function TrustPage({ params }: Props) {
  const { segmentation, insights } = await loadInsights((await params).id)
  const clustered = segmentation.kind === 'kmeans' || segmentation.kind === 'scored' ? segmentation : null
  return (
    <div className="flex flex-col gap-6">
      {insights ? <TrustView segmentation={segmentation} insights={insights} /> : <NoInsights />}
      {clustered ? <ComputedPanel segmentation={clustered} formats={await getFormats()} /> : null}
    </div>
  )
}
