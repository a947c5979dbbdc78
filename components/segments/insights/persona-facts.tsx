'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { DefinitionList } from '@/components/ui/definition-list'
import type { SegmentInsights } from '@/lib/segments/insights-schema'

/** 1 January 2024 was a Monday: day 1 of the week that names are taken from. */
const mondayWeek = (weekday: number) => new Date(Date.UTC(2024, 0, weekday))

/** A segment in figures; what is not known is left out. */
export function PersonaFacts({ persona }: { persona: NonNullable<SegmentInsights['persona']> }) {
  const t = useTranslations('insights.persona')
  const formats = useFormats()
  const format = useFormatter()
  const days = (value: number) => formats.unit(value, 'day')
  const place = ({ value, share }: { value: string; share: number }) =>
    t('place', { place: value, share: formats.percent(share) })
  const facts: [string, string | null][] = [
    ['perCustomer', formats.money(persona.revenuePerCustomer)],
    ['orderValue', formats.money(persona.orderValue)],
    ['purchases', formats.decimal(persona.purchasesPerCustomer)],
    ['recency', t('ago', { days: days(persona.recency) })],
    ['gap', persona.gap === null ? null : days(persona.gap)],
    ['discount', persona.discountShare === null ? null : formats.percent(persona.discountShare, 1)],
    ['returns', formats.percent(persona.returnShare, 1)],
    ['consent', persona.consentShare === null ? null : formats.percent(persona.consentShare)],
    ['age', persona.medianAge === null ? null : formats.unit(persona.medianAge, 'year')],
    [
      'city',
      persona.topCity ? place(persona.topCity) : persona.topCountry ? place(persona.topCountry) : null,
    ],
    [
      'weekday',
      persona.weekday === null
        ? null
        : format.dateTime(mondayWeek(persona.weekday), { weekday: 'long', timeZone: 'UTC' }),
    ],
    [
      'hour',
      persona.hour === null ? null : t('hourValue', { from: persona.hour, to: (persona.hour + 1) % 24 }),
    ],
  ]
  return (
    <DefinitionList
      items={facts.flatMap(([key, value]) => (value === null ? [] : [{ key, term: t(key), value }]))}
    />
  )
}
