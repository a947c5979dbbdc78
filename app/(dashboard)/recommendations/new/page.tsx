import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RecommenderForm } from '@/components/recommendations/recommender-form'
import { Alert } from '@/components/ui/alert'
import { PageHeader } from '@/components/ui/page-header'
import { getRecommender } from '@/lib/recommendations/service'
import { rulesSchema } from '@/lib/recommendations/settings-schema'
import { defaultWeights } from '@/lib/recommending/weights'
import { getSegmentationOptions, listSegmentations } from '@/lib/segments/service'
import { requirePage } from '@/lib/server/access'
import { orNotFound } from '@/lib/server/or-not-found'

type Props = { searchParams: Promise<{ from?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations.form'))('title') }
}

export default async function NewRecommenderPage({ searchParams }: Props) {
  const viewer = await requirePage()
  const { from } = await searchParams
  const [t, options, segmentations, earlier] = await Promise.all([
    getTranslations('recommendations'),
    getSegmentationOptions(viewer),
    listSegmentations(viewer),
    typeof from === 'string' ? orNotFound(getRecommender(viewer, from)) : null,
  ])
  if (!options) redirect('/recommendations')
  const finished = segmentations.filter(
    ({ state, kind }) => state === 'completed' && kind !== 'rule' && kind !== 'audience',
  )
  const known = earlier?.state === 'completed' ? earlier.settings : null
  return (
    <>
      <PageHeader
        title={t('form.title')}
        description={t('form.description')}
        breadcrumb={[{ label: t('title'), href: '/recommendations' }]}
      />
      {viewer.role === 'viewer' ? (
        <Alert title={t('form.viewerTitle')}>{t('form.viewer')}</Alert>
      ) : (
        <RecommenderForm
          firstDate={options.firstDate}
          lastDate={options.lastDate}
          segmentations={finished.map(({ id, name }) => ({ id, name }))}
          initial={{
            name: known?.name ?? null,
            strategy: known?.strategy ?? 'auto',
            weights: known?.weights ?? {
              halfLifeDays: defaultWeights.halfLifeDays,
              kinds: { ...defaultWeights.kinds },
            },
            rules: known?.rules ?? rulesSchema.parse({}),
            length: known?.length ?? 10,
            segmentationId: known?.segmentationId ?? finished[0]?.id ?? null,
          }}
        />
      )}
    </>
  )
}
