import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { SegmentationReport } from '@/components/segments/report/segmentation-report'
import { getInsights, getSegmentation } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { params: Promise<{ id: string }> }

const load = cache(async (id: string) => {
  const viewer = await requirePage()
  const segmentation = await orNotFound(getSegmentation(viewer, id))
  if (segmentation.state !== 'completed') notFound()
  return { viewer, segmentation }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('insights.report')
  return { title: t('title', { name: (await load((await params).id)).segmentation.name }) }
}

export default async function ReportPage({ params }: Props) {
  const { id } = await params
  const { viewer, segmentation } = await load(id)
  return (
    <SegmentationReport
      brand={viewer.workspace.name}
      segmentation={segmentation}
      insights={await getInsights(viewer, id)}
      formats={await getFormats()}
    />
  )
}
