import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DataNav } from '@/components/tables/data-nav'
import { TableBrowser } from '@/components/tables/table-browser'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'
import { getTable } from '@/lib/tables/service'

type Props = { params: Promise<{ table: string }> }

const load = cache(async (name: string) => {
  const viewer = await requirePage()
  const found = await orNotFound(getTable(viewer, name))
  const words = await getTranslations('data.tables')
  return { viewer, ...found, name: words(`${found.table}.name`) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).table)).name }
}

export default async function TablePage({ params }: Props) {
  const { viewer, table, rows, columns, name } = await load((await params).table)
  const [t, formats] = await Promise.all([getTranslations('tables'), getFormats()])
  const personal = viewer.role !== 'viewer'
  return (
    <>
      <PageHeader
        title={name}
        description={t('browse.description', { rows: formats.integer(rows) })}
        breadcrumb={[{ label: t('list.title'), href: '/data/tables' }]}
      />
      <DataNav />
      {rows > 0 ? (
        <TableBrowser table={table} name={name} columns={columns} personal={personal} />
      ) : (
        <EmptyState
          title={t('browse.emptyTable')}
          description={t('browse.emptyTableHint')}
          actions={personal ? <ButtonLink href="/data/upload">{t('browse.upload')}</ButtonLink> : null}
        />
      )}
    </>
  )
}
