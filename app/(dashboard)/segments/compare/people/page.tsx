import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MoversView } from '@/components/segments/compare/movers-view'
import { readMoversQuery } from '@/components/segments/compare/read-movers-query'
import { getMovers } from '@/lib/segments/compare-service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const pageSize = 25

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compare'))('people.title') }
}

export default async function MoversPage({ searchParams }: Props) {
  const viewer = await requirePage()
  const query = readMoversQuery(await searchParams)
  if (!query) notFound()
  const { page, ...asked } = query
  const movers = await orNotFound(getMovers(viewer, asked, { page, pageSize }))
  return (
    <MoversView
      movers={movers}
      flow={query.flow}
      page={page}
      pageSize={pageSize}
      formats={await getFormats()}
      canEdit={viewer.role !== 'viewer'}
    />
  )
}
