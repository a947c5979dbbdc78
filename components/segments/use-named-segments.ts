'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { SegmentView } from '@/lib/segments/schema'
import { segmentTitle } from './segment-title'

export type TitledView = Omit<SegmentView, 'name'> & { name: string }

/** The segments with the names they are shown by, in their order. */
export function useNamedSegments(segments: readonly SegmentView[]): TitledView[] {
  const t = useTranslations('segment-names')
  return useMemo(
    () => segments.map((segment) => ({ ...segment, name: segmentTitle(t, segment) })),
    [segments, t],
  )
}
