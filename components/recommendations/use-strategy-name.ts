'use client'

import { useTranslations } from 'next-intl'

/** What a strategy is called. */
export function useStrategyName(): (strategy: string) => string {
  const t = useTranslations('recommendations.strategies')
  return (strategy) => t(`${strategy}.name`)
}
