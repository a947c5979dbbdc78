import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DataNav } from '@/components/tables/data-nav'
import { TableList } from '@/components/tables/table-list'
import { PageHeader } from '@/components/ui/page-header'
import { requirePage } from '@/lib/server/access'
import { listTables } from '@/lib/tables/service'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tables.list')
  return { title: t('title') }
}

export default async function TablesPage() {
  const viewer = await requirePage()
  const [t, tables] = await Promise.all([getTranslations('tables.list'), listTables(viewer)])
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <DataNav />
      <TableList tables={tables} />
    </>
  )
}
