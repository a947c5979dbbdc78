import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FileRefused } from '@/components/data/file-refused'
import { MappingForm } from '@/components/data/mapping-form'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { inspectUpload } from '@/lib/data/service'
import { requirePage, type Viewer } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { AppError } from '@/lib/shared/errors'

type Props = { params: Promise<{ uploadId: string }> }

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data.mapping')
  return { title: t('title') }
}

export default async function MappingPage({ params }: Props) {
  const viewer = await requirePage()
  const { uploadId } = await params
  const [t, formats, inspection] = await Promise.all([
    getTranslations('data'),
    getFormats(),
    inspect(viewer, uploadId),
  ])
  const breadcrumb = [
    { label: t('title'), href: '/data' },
    { label: t('upload'), href: '/data/upload' },
  ]
  if (inspection instanceof AppError) {
    return (
      <>
        <PageHeader title={t('mapping.title')} breadcrumb={breadcrumb} />
        <FileRefused error={inspection} />
      </>
    )
  }
  const before = inspection.importedBefore
  return (
    <>
      <PageHeader
        title={t('mapping.title')}
        description={t('mapping.fileInfo', {
          name: inspection.fileName,
          bytes: formats.bytes(inspection.bytes),
          delimiter: t(`mapping.delimiters.${delimiterNames[inspection.delimiter]}`),
        })}
        breadcrumb={breadcrumb}
      />
      {before ? (
        <Alert tone="warning" title={t('mapping.importedBefore')} className="mb-6">
          {t('mapping.importedBeforeDescription', { at: formats.dateTime(before.at) })}{' '}
          <TextLink href={`/data/imports/${before.importId}`}>{t('mapping.importedBeforeLink')}</TextLink>
        </Alert>
      ) : null}
      <MappingForm inspection={inspection} canStart={viewer.role !== 'viewer'} />
    </>
  )
}

/** What the file holds, or why it cannot be read as a CSV file. */
async function inspect(viewer: Viewer, uploadId: string) {
  try {
    return await inspectUpload(viewer, uploadId)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'notFound') notFound()
    return error
  }
}
