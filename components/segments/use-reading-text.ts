'use client'

import { useTranslations } from 'next-intl'
import type { Reading } from './reading'

/** The sentence of a reading. */
export function useReadingText(): (reading: Reading) => string {
  const t = useTranslations('segments.readings')
  return ({ key, values }) => t(key, values)
}
