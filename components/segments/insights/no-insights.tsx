import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'

/** Stands where a run was computed before insights were kept. */
export function NoInsights() {
  const t = useTranslations('insights.none')
  return <EmptyState title={t('title')} description={t('description')} />
}
