import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ImportChecked } from '@/components/data/import-checked'
import { ImportEnded } from '@/components/data/import-ended'
import { ImportOver } from '@/components/data/import-over'
import { ImportReport } from '@/components/data/import-report'
import { ImportWatcher } from '@/components/data/import-watcher'
import { PageHeader } from '@/components/ui/page-header'
import type { ImportDetail } from '@/lib/data/schema'
import { getImport } from '@/lib/data/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { AppError } from '@/lib/shared/errors'
import type { Formats } from '@/lib/shared/formatting'

type Props = { params: Promise<{ id: string }> }

const findImport = cache(async (id: string) => {
  try {
    return await getImport(await requirePage(), id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'notFound') notFound()
    throw error
  }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { id }] = await Promise.all([getTranslations('data.import'), params])
  const { fileName } = await findImport(id)
  return { title: t('title', { name: fileName }) }
}

export default async function ImportPage({ params }: Props) {
  const viewer = await requirePage()
  const { id } = await params
  const [t, formats, detail] = await Promise.all([getTranslations('data'), getFormats(), findImport(id)])
  const canEdit = viewer.role !== 'viewer'
  const { state, stage, jobId, fileName, createdBy } = detail
  const facts = {
    table: formats.list(detail.tables.map((table) => t(`tables.${table}.name`))),
    at: formats.dateTime(detail.createdAt),
    bytes: formats.bytes(detail.bytes),
  }
  return (
    <>
      <PageHeader
        title={t('import.title', { name: fileName })}
        description={
          createdBy ? t('import.detailsBy', { ...facts, name: createdBy }) : t('import.details', facts)
        }
        breadcrumb={[{ label: t('title'), href: '/data' }]}
      />
      <ImportWatcher
        jobId={jobId}
        title={t('import.running', { name: fileName })}
        running={stage === 'checked' && (state === 'queued' || state === 'running')}
        stage={stage}
        canCancel={canEdit}
      >
        <Outcome detail={detail} canEdit={canEdit} formats={formats} />
      </ImportWatcher>
    </>
  )
}

type OutcomeProps = { detail: ImportDetail; canEdit: boolean; formats: Formats }

/** What has become of an import so far. */
function Outcome({ detail, canEdit, formats }: OutcomeProps) {
  const { stage, state } = detail
  if (stage === 'imported') return <ImportReport detail={detail} canEdit={canEdit} formats={formats} />
  if (stage !== 'checked') {
    return <ImportOver detail={detail} stage={stage} canEdit={canEdit} formats={formats} />
  }
  if (state === 'completed') return <ImportChecked detail={detail} canEdit={canEdit} formats={formats} />
  if (state !== 'failed' && state !== 'cancelled') return null
  return (
    <ImportEnded
      state={state}
      fileName={detail.fileName}
      error={detail.error}
      retryHref={canEdit ? `/data/upload/${detail.uploadId}` : null}
    />
  )
}
