import { GitCompareArrows } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { choosePair } from '@/components/segments/compare/choose-pair'
import { CompareChooser } from '@/components/segments/compare/compare-chooser'
import { ComparisonView } from '@/components/segments/compare/comparison-view'
import { FewPeople } from '@/components/segments/few-people'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { getSmallGroup } from '@/lib/privacy/small-groups-service'
import { compareSegmentations } from '@/lib/segments/compare-service'
import { listSegmentations } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

type Query = Record<'a' | 'b' | 'order', string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compare'))('title') }
}

const only = (value: Query['a']) => (Array.isArray(value) ? value[0] : value)

export default async function ComparePage({ searchParams }: Props) {
  const viewer = await requirePage()
  const [t, list, formats, { a, b, order }, segmentations] = await Promise.all([
    getTranslations('compare'),
    getTranslations('segments.list'),
    getFormats(),
    searchParams,
    listSegmentations(viewer),
  ])
  const runs = segmentations.filter(({ state }) => state === 'completed')
  const pair = choosePair(runs, { a: only(a), b: only(b), order: only(order) })
  const comparison = pair ? await compareSegmentations(viewer, pair[0].id, pair[1].id) : null
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumb={[{ label: list('title'), href: '/segments' }]}
      />
      {comparison ? (
        <div className="flex flex-col gap-8">
          <CompareChooser
            runs={runs.map(({ id, name, asOf }) => ({ id, name, asOf }))}
            a={comparison.a.id}
            b={comparison.b.id}
          />
          <FewPeople
            what="flows"
            sizes={comparison.flows.map(({ customers }) => customers)}
            threshold={await getSmallGroup(viewer)}
          />
          <ComparisonView comparison={comparison} formats={formats} />
        </div>
      ) : (
        <EmptyState
          icon={<GitCompareArrows />}
          title={t('empty.title')}
          description={t('empty.description')}
          actions={<ButtonLink href="/segments">{list('title')}</ButtonLink>}
        />
      )}
    </>
  )
}
