import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SegmentationForm } from '@/components/segments/segmentation-form'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { features } from '@/lib/features/catalogue'
import { getSegmentationOptions, listSegmentations } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('segmentForm')
  return { title: t('title') }
}

export default async function NewSegmentationPage() {
  const viewer = await requirePage()
  const [t, list, options, segmentations] = await Promise.all([
    getTranslations('segmentForm'),
    getTranslations('segments.list'),
    getSegmentationOptions(viewer),
    listSegmentations(viewer),
  ])
  if (!options) redirect('/segments')
  const canEdit = viewer.role !== 'viewer'
  return (
    <>
      <PageHeader
        title={t('title')}
        description={canEdit ? t('description') : null}
        breadcrumb={[{ label: list('title'), href: '/segments' }]}
      />
      {canEdit ? (
        <SegmentationForm
          features={features
            .filter(({ id }) => options.available.includes(id))
            .map(({ id, group, preselected }) => ({ id, group, preselected }))}
          unavailable={options.missing.map(({ feature, needs }) => ({ id: feature, needs }))}
          earlier={segmentations
            .filter(({ kind, state }) => kind === 'kmeans' && state === 'completed')
            .map(({ id, name, asOf }) => ({ id, name, asOf }))}
          firstDate={options.firstDate}
          lastDate={options.lastDate}
        />
      ) : (
        <Alert title={t('viewerTitle')} actions={<ButtonLink href="/segments">{list('title')}</ButtonLink>}>
          {t('viewer')}
        </Alert>
      )}
    </>
  )
}
