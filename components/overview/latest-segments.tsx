import { Group } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { DataOverview } from '@/lib/data/schema'
import type { SegmentationSummary, SegmentationView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { SegmentShares } from './segment-shares'

export type LatestSegmentation = {
  /** the newest one that is done */
  view: SegmentationView | null
  /** a newer one that is being computed */
  running: SegmentationSummary | null
}

type LatestSegmentsProps = {
  latest: Promise<LatestSegmentation>
  overview: Promise<DataOverview>
  formats: Formats
  canEdit: boolean
}

/** The newest segmentation's segments, or the way to the first ones. */
export async function LatestSegments({ latest, overview, formats, canEdit }: LatestSegmentsProps) {
  const [t, { view, running }, { orders }] = await Promise.all([
    getTranslations('overview.segments'),
    latest,
    overview,
  ])
  const inProgress = running ? (
    <Alert>
      {t('running', { name: running.name })}{' '}
      <TextLink href={`/segments/${running.id}`}>{t('runningLink')}</TextLink>
    </Alert>
  ) : null
  if (!view) {
    return (
      <Frame>
        {inProgress ?? (
          <EmptyState
            className="border-0 py-6"
            icon={<Group />}
            title={t('none')}
            description={orders ? t(canEdit ? 'noneDescription' : 'noneViewer') : t('noneNoOrders')}
            actions={orders && canEdit ? <ButtonLink href="/segments/new">{t('create')}</ButtonLink> : null}
          />
        )}
      </Frame>
    )
  }
  return (
    <Frame
      description={t('description', {
        name: view.name,
        customers: view.customers ?? 0,
        count: view.segments.length,
        date: formats.date(view.asOf),
      })}
      action={
        <TextLink href={`/segments/${view.id}`} className="text-sm">
          {t('open')}
        </TextLink>
      }
    >
      {inProgress}
      <SegmentShares view={view} formats={formats} />
    </Frame>
  )
}

function Frame(props: { description?: string; action?: ReactNode; children: ReactNode }) {
  const t = useTranslations('overview.segments')
  return (
    <Card className="h-full">
      <CardHeader>
        <div>
          <CardTitle>{t('title')}</CardTitle>
          {props.description ? <CardDescription>{props.description}</CardDescription> : null}
        </div>
        {props.action}
      </CardHeader>
      <CardBody className="flex flex-col gap-4 pt-3">{props.children}</CardBody>
    </Card>
  )
}
