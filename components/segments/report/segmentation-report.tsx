import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SegmentationNumbers } from '@/components/segments/report/segmentation-numbers'
import { PageHeader } from '@/components/ui/page-header'
import type { Insights } from '@/lib/segments/insights-schema'
import type { SegmentationView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { ComputedPanel } from '../computed-panel'
import { PrintButton } from './print-button'
import { ReportCharts } from './report-charts'
import { ReportPersonas } from './report-personas'
import { ReportTrust } from './report-trust'

export type SegmentationReportProps = {
  brand: string
  segmentation: SegmentationView
  insights: Insights | null
  formats: Formats
}

/** A whole segmentation on paper: as wide as a printed page, so that charts are drawn as they are printed. */
export function SegmentationReport({ brand, segmentation, insights, formats }: SegmentationReportProps) {
  const t = useTranslations('insights.report')
  const clustered = segmentation.kind === 'kmeans' || segmentation.kind === 'scored' ? segmentation : null
  return (
    <div className="mx-auto flex max-w-[45rem] flex-col gap-8 print:max-w-none">
      <PageHeader
        title={segmentation.name}
        description={t('subtitle', {
          brand,
          date: formats.date(segmentation.asOf),
          customers: segmentation.customers ?? 0,
        })}
        breadcrumb={[{ label: t('back'), href: `/segments/${segmentation.id}` }]}
        actions={<PrintButton />}
      />
      <SegmentationNumbers segmentation={segmentation} formats={formats} />
      <Part title={t('overview')}>
        <ReportCharts segmentation={segmentation} timeline={insights?.timeline ?? null} />
      </Part>
      {insights ? (
        <>
          <Part title={t('personas')}>
            <ReportPersonas segmentation={segmentation} insights={insights} />
          </Part>
          <Part title={t('trust')}>
            <ReportTrust segmentation={segmentation} insights={insights} />
          </Part>
        </>
      ) : null}
      {clustered ? (
        <Part title={t('method')}>
          <ComputedPanel segmentation={clustered} formats={formats} />
        </Part>
      ) : null}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 [break-inside:auto]">
      <h2 className="text-lg font-semibold [break-after:avoid]">{title}</h2>
      {children}
    </section>
  )
}
