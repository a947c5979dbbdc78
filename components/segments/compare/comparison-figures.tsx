import { useTranslations } from 'next-intl'
import { Stat, StatGrid } from '@/components/ui/stat'
import type { Comparison } from '@/lib/segments/compare-schema'
import type { Formats } from '@/lib/shared/formatting'
import { nameLikeness } from './likeness'
import { summariseMovement } from './movement'

export type ComparisonFiguresProps = { comparison: Comparison; formats: Formats }

/** How alike two runs are, and who is in both, in figures. */
export function ComparisonFigures({ comparison, formats }: ComparisonFiguresProps) {
  const t = useTranslations('compare')
  const { a, b, both, onlyA, onlyB, adjustedRand, overTime } = comparison
  const { moved, movedRevenue } = summariseMovement(comparison)
  const likeness = (
    <Stat
      label={t('figures.likeness')}
      value={adjustedRand === null ? '–' : formats.decimal(adjustedRand, 2)}
      hint={adjustedRand === null ? t('figures.likenessNone') : t(`likeness.${nameLikeness(adjustedRand)}`)}
    />
  )
  if (overTime) {
    return (
      <StatGrid>
        {likeness}
        <Stat
          label={t('figures.moved')}
          value={formats.integer(moved)}
          hint={t('figures.movedHint', {
            share: formats.percent(both > 0 ? moved / both : 0),
            revenue: formats.moneyCompact(movedRevenue),
          })}
        />
        <Stat
          label={t('figures.new')}
          value={formats.integer(onlyB)}
          hint={t('figures.newHint', { date: formats.date(a.asOf) })}
        />
        <Stat
          label={t('figures.left')}
          value={formats.integer(onlyA)}
          hint={t('figures.leftHint', { date: formats.date(b.asOf) })}
        />
      </StatGrid>
    )
  }
  return (
    <StatGrid>
      {likeness}
      <Stat label={t('figures.both')} value={formats.integer(both)} hint={t('figures.bothHint')} />
      <Stat label={t('figures.only', { name: a.name })} value={formats.integer(onlyA)} />
      <Stat label={t('figures.only', { name: b.name })} value={formats.integer(onlyB)} />
    </StatGrid>
  )
}
