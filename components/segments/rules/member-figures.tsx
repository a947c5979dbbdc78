'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { ButtonLink } from '@/components/ui/button-link'
import { Stat, StatGrid } from '@/components/ui/stat'
import type { AudienceView, RuleView } from '@/lib/segments/schema'
import { shareOf } from '../share'

export type MemberFiguresProps = { segmentation: RuleView | AudienceView }

/** How many people a segment of its own holds, and what they are worth. */
export function MemberFigures({ segmentation }: MemberFiguresProps) {
  const t = useTranslations('rules.overview')
  const formats = useFormats()
  const { result, revenue } = segmentation
  const customers = segmentation.customers ?? 0
  const share = shareOf(customers, result.population)
  return (
    <StatGrid>
      <Stat
        label={t('customers')}
        value={formats.integer(customers)}
        hint={t('share', {
          share: share === null ? '–' : formats.percent(share, 1),
          all: formats.integer(result.population),
        })}
      />
      <Stat label={t('revenue')} value={formats.money(revenue)} />
      <Stat label={t('perCustomer')} value={customers > 0 ? formats.money(revenue / customers) : '–'} />
    </StatGrid>
  )
}

/** Where to go from a segment of its own. */
export function MemberLinks({ segmentation }: MemberFiguresProps) {
  const t = useTranslations('rules.overview')
  const [segment] = segmentation.segments
  if (!segment) return null
  return (
    <>
      <ButtonLink size="sm" href={`/segments/${segmentation.id}/${segment.id}`}>
        {t('people')}
      </ButtonLink>
      <ButtonLink size="sm" href={`/segments/overlap?a=${segment.id}`}>
        {t('overlap')}
      </ButtonLink>
    </>
  )
}
