import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChartSkeleton } from '@/components/charts/chart-skeleton'
import { DatasetCard } from '@/components/overview/dataset-card'
import { FailedImports } from '@/components/overview/failed-imports'
import { KeyFigures } from '@/components/overview/key-figures'
import { LatestSegments } from '@/components/overview/latest-segments'
import { NextStepCard } from '@/components/overview/next-step-card'
import { RevenueCard } from '@/components/overview/revenue-card'
import { RunningImports } from '@/components/overview/running-imports'
import { Welcome } from '@/components/overview/welcome'
import { Widget } from '@/components/overview/widget'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { getDataOverview, listImports } from '@/lib/data/service'
import { getSegmentation, listSegmentations } from '@/lib/segments/service'
import { requirePage, type Viewer } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overview')
  return { title: t('title') }
}

export default async function OverviewPage() {
  const viewer = await requirePage()
  const [t, formats, imports] = await Promise.all([
    getTranslations('overview'),
    getFormats(),
    listImports(viewer),
  ])
  const canEdit = viewer.role !== 'viewer'
  const running = imports.filter(({ state }) => state === 'queued' || state === 'running').reverse()
  const hasData = imports.some(({ stage }) => stage === 'imported')
  const progress = running.length > 0 ? <RunningImports imports={running} canCancel={canEdit} /> : null
  if (!hasData) {
    return (
      <>
        <PageHeader
          title={t('welcome.title')}
          description={canEdit && !progress ? t('welcome.description') : null}
        />
        <div className="flex flex-col gap-6">
          <FailedImports imports={imports} />
          {progress ??
            (canEdit ? (
              <Welcome />
            ) : (
              <Alert>{t('welcome.viewer', { workspace: viewer.workspace.name })}</Alert>
            ))}
        </div>
      </>
    )
  }
  const overview = getDataOverview(viewer)
  const segmentations = listSegmentations(viewer)
  const hasSegments = segmentations.then((all) => all.some(({ state }) => state === 'completed'))
  const latest = findLatest(viewer, segmentations)
  for (const promise of [overview, hasSegments, latest]) promise.catch(() => undefined)
  return (
    <>
      <PageHeader title={t('title')} description={t('description', { workspace: viewer.workspace.name })} />
      <div className="flex flex-col gap-6">
        {progress}
        <FailedImports imports={imports} />
        <Widget fallback={<Skeleton className="h-72 rounded-xl sm:h-44 lg:h-36" />}>
          <KeyFigures overview={overview} formats={formats} canEdit={canEdit} />
        </Widget>
        {canEdit ? (
          <Widget fallback={<Skeleton className="h-18 rounded-xl" />}>
            <NextStepCard overview={overview} hasSegments={hasSegments} />
          </Widget>
        ) : null}
        <Widget fallback={<ChartSkeleton />}>
          <RevenueCard overview={overview} />
        </Widget>
        <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Widget fallback={<Skeleton className="h-72 rounded-xl" />}>
            <LatestSegments latest={latest} overview={overview} formats={formats} canEdit={canEdit} />
          </Widget>
          <Widget fallback={<Skeleton className="h-72 rounded-xl" />}>
            <DatasetCard overview={overview} />
          </Widget>
        </div>
      </div>
    </>
  )
}

async function findLatest(viewer: Viewer, segmentations: ReturnType<typeof listSegmentations>) {
  const all = [...(await segmentations)].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  const done = all.find(({ state }) => state === 'completed')
  const newest = all[0]
  const view = done ? await getSegmentation(viewer, done.id) : null
  return {
    view: view?.state === 'completed' ? view : null,
    running: newest && (newest.state === 'queued' || newest.state === 'running') ? newest : null,
  }
}
