import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ExportDialog } from '@/components/exports/export-dialog'
import { PersonaCard } from '@/components/segments/insights/persona-card'
import { PeopleTable } from '@/components/segments/people-table'
import { RenameSegmentDialog } from '@/components/segments/rename-segment-dialog'
import { SegmentFigures } from '@/components/segments/segment-figures'
import { SegmentHeading } from '@/components/segments/segment-heading'
import { segmentMeaning, segmentTitle } from '@/components/segments/segment-title'
import { SegmentTraits } from '@/components/segments/segment-traits'
import { SmallNote } from '@/components/segments/small-note'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { getInsights, getSegmentation } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { params: Promise<{ id: string; segmentId: string }> }

const load = cache(async (id: string, segmentId: string) => {
  const viewer = await requirePage()
  const segmentation = await orNotFound(getSegmentation(viewer, id))
  if (segmentation.state !== 'completed') notFound()
  if (segmentation.state !== 'completed') notFound()
  const segment = segmentation.segments.find((one) => one.id === segmentId)
  if (!segment) notFound()
  const words = await getTranslations('segment-names')
  return { viewer, segmentation, segment, words, title: segmentTitle(words, segment) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, segmentId } = await params
  return { title: (await load(id, segmentId)).title }
}

export default async function SegmentPage({ params }: Props) {
  const { id, segmentId } = await params
  const { viewer, segmentation, segment, words, title } = await load(id, segmentId)
  const [t, formats, insights] = await Promise.all([
    getTranslations('segments'),
    getFormats(),
    getInsights(viewer, id),
  ])
  const own = insights?.segments[segment.position]
  const canEdit = viewer.role !== 'viewer'
  return (
    <>
      <PageHeader
        title={<SegmentHeading color={segment.color} title={title} />}
        description={segmentMeaning(words, segment)}
        breadcrumb={[
          { label: t('list.title'), href: '/segments' },
          { label: segmentation.name, href: `/segments/${segmentation.id}` },
        ]}
        actions={
          canEdit ? (
            <>
              <RenameSegmentDialog segment={segment} />
              <ExportDialog segment={segment} />
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        {canEdit ? null : <Alert>{t('segment.viewer')}</Alert>}
        <SegmentFigures segmentation={segmentation} segment={segment} formats={formats} />
        {segment.hiddenUnder ? (
          <SmallNote threshold={segment.hiddenUnder} />
        ) : (
          <>
            {own ? <PersonaCard segment={segment} title={title} insights={own} canEdit={canEdit} /> : null}
            <Card>
              <CardHeader>
                <CardTitle>{t('segment.traits')}</CardTitle>
              </CardHeader>
              <CardBody>
                <SegmentTraits segment={segment} result={segmentation.result} formats={formats} />
              </CardBody>
            </Card>
          </>
        )}
        <section aria-labelledby="people" className="flex flex-col gap-4">
          <h2 id="people" className="text-lg font-semibold">
            {t('segment.people')}
          </h2>
          <PeopleTable segmentId={segment.id} segmentName={title} personal={canEdit} />
        </section>
      </div>
    </>
  )
}
