import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ImportEnded } from '@/components/data/import-ended'
import { ImportReport } from '@/components/data/import-report'
import { ImportWatcher } from '@/components/data/import-watcher'
import { PageHeader } from '@/components/ui/page-header'
import { getImport } from '@/lib/data/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { AppError } from '@/lib/shared/errors'

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
  const { state } = detail
  const facts = {
    table: t(`tables.${detail.table}.name`),
    at: formats.dateTime(detail.createdAt),
    bytes: formats.bytes(detail.bytes),
  }
  return (
    <>
      <PageHeader
        title={t('import.title', { name: detail.fileName })}
        description={
          detail.createdBy
            ? t('import.detailsBy', { ...facts, name: detail.createdBy })
            : t('import.details', facts)
        }
        breadcrumb={[{ label: t('title'), href: '/data' }]}
      />
      <ImportWatcher
        jobId={detail.jobId}
        title={t('import.running', { name: detail.fileName, table: facts.table })}
        running={state === 'queued' || state === 'running'}
        canCancel={canEdit}
      >
        {state === 'completed' ? (
          <ImportReport
            detail={detail}
            downloadHref={canEdit ? `/api/imports/${detail.id}/rejected` : null}
            canEdit={canEdit}
            formats={formats}
          />
        ) : null}
        {state === 'failed' || state === 'cancelled' ? (
          <ImportEnded
            state={state}
            fileName={detail.fileName}
            error={detail.error}
            retryHref={canEdit ? `/data/upload/${detail.uploadId}` : null}
          />
        ) : null}
      </ImportWatcher>
    </>
  )
}
