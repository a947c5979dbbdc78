import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { UploadView } from '@/components/data/upload-view'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { getInspection } from '@/lib/data/upload-service'
import { requirePage, type Viewer } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { AppError } from '@/lib/shared/errors'

type Props = { params: Promise<{ uploadId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data.mapping')
  return { title: t('title') }
}

export default async function MappingPage({ params }: Props) {
  const viewer = await requirePage()
  const { uploadId } = await params
  const t = await getTranslations('data')
  if (viewer.role === 'viewer')
    return (
      <>
        <PageHeader title={t('mapping.title')} breadcrumb={[{ label: t('title'), href: '/data' }]} />
        <EmptyState
          title={t('uploadPage.viewerTitle')}
          description={t('uploadPage.viewer')}
          actions={<ButtonLink href="/data">{t('import.seeData')}</ButtonLink>}
        />
      </>
    )
  const [formats, inspection] = await Promise.all([getFormats(), findInspection(viewer, uploadId)])
  const { parent, importedBefore: before, fileName, bytes } = inspection
  return (
    <>
      <PageHeader
        title={t('mapping.title')}
        description={t('mapping.fileInfo', { name: fileName, bytes: formats.bytes(bytes) })}
        breadcrumb={[
          { label: t('title'), href: '/data' },
          { label: t('upload'), href: '/data/upload' },
          ...(parent ? [{ label: parent.fileName, href: `/data/upload/${parent.uploadId}` }] : []),
        ]}
      />
      {before ? (
        <Alert tone="warning" title={t('mapping.importedBefore')} className="mb-6">
          {t('mapping.importedBeforeDescription', { at: formats.dateTime(before.at) })}{' '}
          <TextLink href={`/data/imports/${before.importId}`}>{t('mapping.importedBeforeLink')}</TextLink>
        </Alert>
      ) : null}
      <UploadView key={uploadId} initial={inspection} />
    </>
  )
}

async function findInspection(viewer: Viewer, uploadId: string) {
  try {
    return await getInspection(viewer, uploadId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') notFound()
    throw error
  }
}
