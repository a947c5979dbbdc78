import { GitCompareArrows, Printer } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ScoreDialog } from '@/components/segments/compare/score-dialog'
import { DeleteSegmentationButton } from '@/components/segments/delete-segmentation-button'
import { ButtonLink } from '@/components/ui/button-link'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { getSegmentationOptions } from '@/lib/segments/service'
import { getFormats } from '@/lib/server/formats'
import { loadSegmentation } from './load'

type Props = { params: Promise<{ id: string }>; children: ReactNode }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadSegmentation((await params).id)).segmentation.name }
}

/** The head of a segmentation and the ways to its parts. */
export default async function RunLayout({ params, children }: Props) {
  const { viewer, segmentation } = await loadSegmentation((await params).id)
  const [t, words, compare, formats] = await Promise.all([
    getTranslations('segments'),
    getTranslations('insights.nav'),
    getTranslations('compare'),
    getFormats(),
  ])
  const { id, name, kind, state, asOf } = segmentation
  const isCompared = kind === 'kmeans' || kind === 'scored'
  const canEdit = viewer.role !== 'viewer'
  const hasModel =
    segmentation.state === 'completed' && 'model' in segmentation.result && segmentation.result.model !== null
  const days = canEdit && hasModel ? await getSegmentationOptions(viewer) : null
  const running = state === 'queued' || state === 'running'
  const path = `/segments/${id}`
  return (
    <>
      <PageHeader
        title={name}
        description={
          state === 'completed'
            ? t(isCompared ? 'detail.summary' : 'detail.summaryShort', {
                date: formats.date(segmentation.asOf),
                customers: segmentation.customers ?? 0,
                features: segmentation.result.features.length,
              })
            : null
        }
        breadcrumb={[{ label: t('list.title'), href: '/segments' }]}
        actions={
          <>
            {state === 'completed' ? (
              <>
                <ButtonLink href={`/segments/compare?b=${id}`}>
                  <GitCompareArrows aria-hidden />
                  {compare('open')}
                </ButtonLink>
                <ButtonLink href={`${path}/report`}>
                  <Printer aria-hidden />
                  {words('report')}
                </ButtonLink>
              </>
            ) : null}
            {days ? (
              <ScoreDialog
                segmentation={{ id, name, asOf }}
                firstDate={days.firstDate}
                lastDate={days.lastDate}
              />
            ) : null}
            {canEdit && !running ? <DeleteSegmentationButton id={id} name={name} /> : null}
          </>
        }
      />
      {state === 'completed' ? (
        <div className="mb-6">
          <NavTabs
            label={words('label')}
            items={[
              { href: path, label: words('overview') },
              { href: `${path}/differences`, label: words('differences') },
              { href: `${path}/trust`, label: words(isCompared ? 'trust' : 'review') },
            ]}
          />
        </div>
      ) : null}
      {children}
    </>
  )
}
