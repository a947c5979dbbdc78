import { Layers2 } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { nameRuleSegments } from '@/components/segments/rules/name-rule-segments'
import { OverlapActions } from '@/components/segments/rules/overlap-actions'
import { OverlapChart } from '@/components/segments/rules/overlap-chart'
import { OverlapForm } from '@/components/segments/rules/overlap-form'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { getOverlap, listRuleSegments } from '@/lib/segments/rule-service'
import { requirePage } from '@/lib/server/access'
import { getFormats } from '@/lib/server/formats'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules.overlap')
  return { title: t('title') }
}

export default async function OverlapPage({ searchParams }: Props) {
  const viewer = await requirePage()
  const [t, list, names, of, formats, found, query] = await Promise.all([
    getTranslations('rules.overlap'),
    getTranslations('segments.list'),
    getTranslations('segment-names'),
    getTranslations('rules.segments'),
    getFormats(),
    listRuleSegments(viewer),
    searchParams,
  ])
  const segments = nameRuleSegments(found, names, (values) => of('of', values))
  const [a, b] = [query.a, query.b].map((id) => segments.find((segment) => segment.id === id))
  const overlap = a && b && a.id !== b.id ? await getOverlap(viewer, a.id, b.id) : null
  const days = [a, b].flatMap((side) => (side ? [side.segmentation.asOf] : [])).sort()
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumb={[{ label: list('title'), href: '/segments' }]}
      />
      {segments.length < 2 ? (
        <EmptyState
          icon={<Layers2 />}
          title={t('empty.title')}
          description={t('empty.description')}
          actions={<ButtonLink href="/segments">{list('title')}</ButtonLink>}
        />
      ) : (
        <div className="flex flex-col gap-6">
          <OverlapForm segments={segments} a={a?.id ?? ''} b={b?.id ?? ''} />
          {!a || !b ? <Alert>{t('choose')}</Alert> : null}
          {a && a.id === b?.id ? <Alert tone="warning">{t('same')}</Alert> : null}
          {a && b && overlap ? (
            <>
              {days[0] === days[1] ? null : (
                <Alert>
                  {t('days', { earlier: formats.date(days[0] ?? ''), later: formats.date(days[1] ?? '') })}
                </Alert>
              )}
              <OverlapChart overlap={overlap} a={a.fullName} b={b.fullName} />
              {viewer.role === 'viewer' ? null : (
                <OverlapActions
                  overlap={overlap}
                  a={{ id: a.id, name: a.name }}
                  b={{ id: b.id, name: b.name }}
                  asOf={days[1] ?? ''}
                />
              )}
            </>
          ) : null}
        </div>
      )}
    </>
  )
}
