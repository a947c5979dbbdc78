import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'

/** Stands where figures of a segment of too few people would be. */
export function SmallNote({ threshold }: { threshold: number }) {
  const t = useTranslations('insights.small')
  return <Alert>{t('text', { count: threshold })}</Alert>
}
