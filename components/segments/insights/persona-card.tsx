'use client'

import { useTranslations } from 'next-intl'
import { seriesColor } from '@/components/charts/series-color'
import { Badge } from '@/components/ui/badge'
import { Card, CardBody, CardHeader, CardTitle } from '@/components/ui/card'
import { Swatch } from '@/components/ui/swatch'
import type { SegmentInsights } from '@/lib/segments/insights-schema'
import type { SegmentView } from '@/lib/segments/schema'
import { EditPersonaDialog } from './edit-persona-dialog'
import { PersonaFacts } from './persona-facts'
import { ShareList } from './share-list'
import { usePersonaWords } from './use-persona-words'

export type PersonaCardProps = {
  segment: SegmentView
  /** as the reader sees it called */
  title: string
  insights: SegmentInsights
  canEdit: boolean
  /** with the segment's name as its title, for a report of many */
  named?: boolean
}

const listed = 5

/** Who a segment's people are, what they are worth, how they buy, and what to do next. */
export function PersonaCard({ segment, title, insights, canEdit, named = false }: PersonaCardProps) {
  const t = useTranslations('insights.persona')
  const { tell } = usePersonaWords()
  const { persona, favourites, channels } = insights
  if (!persona) return null
  const { summary, actions, own } = tell(segment, insights)
  const color = seriesColor(segment.color)
  return (
    <Card>
      <CardHeader>
        <CardTitle className="flex flex-wrap items-center gap-2">
          {named ? (
            <>
              <Swatch color={color} className="size-3" />
              {title}
            </>
          ) : (
            t('title')
          )}
          {own ? <Badge>{t('own')}</Badge> : null}
        </CardTitle>
        {canEdit ? <EditPersonaDialog segment={segment} title={title} insights={insights} /> : null}
      </CardHeader>
      <CardBody className="flex flex-col gap-8">
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <section className="min-w-0">
            <h3 className="mb-2 text-sm font-semibold">{t('who')}</h3>
            <p className="max-w-prose leading-7 whitespace-pre-line">{summary}</p>
          </section>
          <section className="min-w-0">
            <h3 className="mb-2 text-sm font-semibold">{t('actions')}</h3>
            <ol className="flex list-decimal flex-col gap-2 pl-5 leading-6">
              {actions.map((action) => (
                <li key={action}>{action}</li>
              ))}
            </ol>
          </section>
        </div>
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          <section className="min-w-0">
            <h3 className="text-sm font-semibold">{t('facts')}</h3>
            <PersonaFacts persona={persona} />
          </section>
          <div className="flex min-w-0 flex-col gap-6">
            {favourites.length > 0 ? (
              <ShareList
                title={t('favourites')}
                color={color}
                items={favourites.slice(0, listed).map(({ category, share }) => ({ label: category, share }))}
              />
            ) : null}
            {channels.length > 0 ? (
              <ShareList
                title={t('channels')}
                color={color}
                items={channels.slice(0, listed).map(({ channel, share }) => ({ label: channel, share }))}
              />
            ) : null}
          </div>
        </div>
      </CardBody>
    </Card>
  )
}
