import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RfmWorkbench } from '@/components/segments/rfm/rfm-workbench'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { getSmallGroup } from '@/lib/privacy/small-groups-service'
import { getSegmentationOptions } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rfm')
  return { title: t('title') }
}

export default async function RfmPage() {
  const viewer = await requirePage()
  const [t, list, options] = await Promise.all([
    getTranslations('rfm'),
    getTranslations('segments.list'),
    getSegmentationOptions(viewer),
  ])
  if (!options) redirect('/segments')
  const canEdit = viewer.role !== 'viewer'
  const smallGroup = await getSmallGroup(viewer)
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumb={[{ label: list('title'), href: '/segments' }]}
      />
      <div className="flex flex-col gap-6">
        {canEdit ? null : <Alert>{t('viewer')}</Alert>}
        <RfmWorkbench
          firstDate={options.firstDate}
          lastDate={options.lastDate}
          canEdit={canEdit}
          smallGroup={smallGroup}
        />
      </div>
    </>
  )
}
