import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeleteRecommenderButton } from '@/components/recommendations/delete-recommender-button'
import { ExportListsDialog } from '@/components/recommendations/export-lists-dialog'
import { ButtonLink } from '@/components/ui/button-link'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { getFormats } from '@/lib/server/formats'
import { loadRecommender } from './load'

type Props = { params: Promise<{ id: string }>; children: ReactNode }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadRecommender((await params).id)).recommender.name }
}

/** The head of a recommender and the ways to its parts. */
export default async function RecommenderLayout({ params, children }: Props) {
  const { viewer, recommender } = await loadRecommender((await params).id)
  const [t, formats] = await Promise.all([getTranslations('recommendations'), getFormats()])
  const { id, name, state } = recommender
  const running = state === 'queued' || state === 'running'
  const path = `/recommendations/${id}`
  return (
    <>
      <PageHeader
        title={name}
        description={
          state === 'completed'
            ? t('detail.summary', {
                date: formats.date(recommender.asOf),
                customers: recommender.customers ?? 0,
                products: recommender.products ?? 0,
              })
            : null
        }
        breadcrumb={[{ label: t('title'), href: '/recommendations' }]}
        actions={
          viewer.role === 'viewer' || running ? null : (
            <>
              {state === 'completed' ? (
                <>
                  <ExportListsDialog
                    id={id}
                    name={name}
                    withSegments={recommender.settings.segmentationId !== null}
                  />
                  <ButtonLink href={`/recommendations/new?from=${id}`}>{t('detail.retrain')}</ButtonLink>
                </>
              ) : null}
              <DeleteRecommenderButton id={id} name={name} />
            </>
          )
        }
      />
      {state === 'completed' ? (
        <div className="mb-6">
          <NavTabs
            label={t('detail.tabs.label')}
            items={[
              { href: path, label: t('detail.tabs.results') },
              { href: `${path}/preview`, label: t('detail.tabs.preview') },
              { href: `${path}/products`, label: t('detail.tabs.products') },
              { href: `${path}/segments`, label: t('detail.tabs.segments') },
            ]}
          />
        </div>
      ) : null}
      {children}
    </>
  )
}
