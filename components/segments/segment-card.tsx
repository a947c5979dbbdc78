import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { seriesColor } from '@/components/charts/series-color'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Swatch } from '@/components/ui/swatch'
import { TextLink } from '@/components/ui/text-link'
import type { SegmentView } from '@/lib/segments/schema'
import type { Formats } from '@/lib/shared/formatting'
import { RenameSegmentDialog } from './rename-segment-dialog'
import { segmentMeaning, segmentTitle, suggestedTitle, traitTitle } from './segment-title'
import { shareOf } from './share'

export type SegmentCardProps = {
  segment: SegmentView
  href: string
  /** of the whole segmentation */
  customers: number
  revenue: number
  formats: Formats
  canEdit: boolean
}

/** One segment at a glance: what it is called, what that means, how large and how valuable it is. */
export function SegmentCard({ segment, href, customers, revenue, formats, canEdit }: SegmentCardProps) {
  const t = useTranslations('segments.card')
  const words = useTranslations('segment-names')
  const title = segmentTitle(words, segment)
  const revenueShare = shareOf(segment.revenue, revenue)
  return (
    <Card className="flex flex-col gap-3 p-5">
      <div>
        <h3 className="flex items-baseline gap-2 font-semibold">
          <Swatch color={seriesColor(segment.color)} className="size-3" />
          <TextLink href={href} className="min-w-0 break-words text-text">
            {title}
          </TextLink>
        </h3>
        {segment.name ? (
          <p className="mt-0.5 text-xs text-muted">
            {t('suggested', { name: suggestedTitle(words, segment) })}
          </p>
        ) : null}
        <p className="mt-1 text-sm text-muted">{segmentMeaning(words, segment)}</p>
      </div>
      {segment.suggestion.traits.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {segment.suggestion.traits.map((trait) => (
            <li key={trait.feature} className="max-w-full">
              <Badge className="whitespace-normal">
                <span className="inline-block first-letter:uppercase">{traitTitle(words, trait)}</span>
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="mt-auto grid grid-cols-2 gap-3 text-sm">
        <Figure
          label={t('customers')}
          value={formats.integer(segment.size)}
          share={t('share', { share: formats.percent(segment.size / customers) })}
        />
        <Figure
          label={t('revenue')}
          value={formats.moneyCompact(segment.revenue)}
          share={revenueShare === null ? null : t('share', { share: formats.percent(revenueShare) })}
        />
      </dl>
      <div className="-mx-2 -mb-2 flex flex-wrap justify-between gap-2">
        <ButtonLink
          size="sm"
          variant="ghost"
          href={href}
          aria-label={t('openNamed', { name: title })}
          className="text-accent"
        >
          {t('open')}
          <ArrowRight aria-hidden />
        </ButtonLink>
        {canEdit ? <RenameSegmentDialog segment={segment} /> : null}
      </div>
    </Card>
  )
}

function Figure({ label, value, share }: { label: string; value: string; share: string | null }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{label}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
      {share ? <dd className="text-muted tabular-nums">{share}</dd> : null}
    </div>
  )
}
