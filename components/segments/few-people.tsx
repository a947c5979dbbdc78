import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'

type FewPeopleProps = {
  what: 'segments' | 'cells' | 'flows'
  /** people in each of them */
  sizes: readonly number[]
  /** groups of fewer are small */
  threshold: number
}

/** A warning where figures stand of groups so small that they tell about single persons; nothing where there are none. */
export function FewPeople({ what, sizes, threshold }: FewPeopleProps) {
  const t = useTranslations('insights.small.few')
  const count = sizes.filter((size) => size > 0 && size < threshold).length
  return count > 0 ? <Alert>{t(what, { count, threshold })}</Alert> : null
}
