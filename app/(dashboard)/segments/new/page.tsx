import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SegmentationForm } from '@/components/segments/segmentation-form'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { PageHeader } from '@/components/ui/page-header'
import { features } from '@/lib/features/catalogue'
import { getSegmentationOptions } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('segments.form')
  return { title: t('title') }
}

export default async function NewSegmentationPage() {
  const viewer = await requirePage()
  const [t, list, data, formats, options] = await Promise.all([
    getTranslations('segments.form'),
    getTranslations('segments.list'),
    getTranslations('data'),
    getFormats(),
    getSegmentationOptions(viewer),
  ])
  if (!options) redirect('/segments')
  const canEdit = viewer.role !== 'viewer'
  const missing = new Map(options.missing.map(({ feature, needs }) => [feature, needs]))
  const wordNeeds = (id: string) =>
    t('needs', {
      columns: formats.list(
        (missing.get(id) ?? []).map(({ table, column }) =>
          t('needsColumn', {
            field: data(`fields.${table}.${column}`),
            table: data(`tables.${table}.name`),
          }),
        ),
      ),
    })
  return (
    <>
      <PageHeader
        title={t('title')}
        description={canEdit ? t('description') : null}
        breadcrumb={[{ label: list('title'), href: '/segments' }]}
      />
      {canEdit ? (
        <SegmentationForm
          defaultName={t('defaultName', { date: formats.date(options.lastDate) })}
          features={features.map(({ id, group, preselected }) => ({
            id,
            group,
            preselected,
            unavailable: options.available.includes(id) ? null : wordNeeds(id),
          }))}
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
