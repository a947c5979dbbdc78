import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Link } from '@/components/ui/link'
import { tabClasses, tabListClasses } from '@/components/ui/tab-classes'
import type { SegmentationSummary } from '@/lib/segments/schema'
import { countKinds, type Kind } from './segmentation-list-kinds'

export type SegmentationListFilterProps = {
  segmentations: readonly SegmentationSummary[]
  /** null = all kinds */
  kind: Kind | null
}

/** Narrows the list to one kind; nothing where there is only one. */
export function SegmentationListFilter({ segmentations, kind }: SegmentationListFilterProps) {
  const t = useTranslations('segments.list')
  const counts = countKinds(segmentations)
  if (counts.length < 2) return null
  const tabs = [
    { kind: null, label: t('all'), count: segmentations.length },
    ...counts.map((one) => ({ ...one, label: t(`kinds.${one.kind}`) })),
  ]
  return (
    <nav aria-label={t('filter')} className={tabListClasses}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          href={tab.kind ? `/segments?kind=${tab.kind}` : '/segments'}
          aria-current={tab.kind === kind ? 'page' : undefined}
          className={cn(tabClasses, tab.kind === kind && 'border-accent text-text')}
        >
          {t('kindCount', { kind: tab.label, count: tab.count })}
        </Link>
      ))}
    </nav>
  )
}
