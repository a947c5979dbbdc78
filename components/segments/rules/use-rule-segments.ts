'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ruleSegmentsQuery } from '@/lib/segments/rule-client'
import { nameRuleSegments } from './name-rule-segments'

/** The segments that rules may ask about, with the names they are shown by. */
export function useRuleSegments() {
  const t = useTranslations('rules.segments')
  const names = useTranslations('segment-names')
  const { data, error, isPending } = useQuery(ruleSegmentsQuery())
  const segments = useMemo(
    () => nameRuleSegments(data ?? [], names, (values) => t('of', values)),
    [data, names, t],
  )
  const byId = useMemo(() => new Map(segments.map((segment) => [segment.id, segment])), [segments])
  return { segments, error, isPending, name: (id: string) => byId.get(id)?.fullName ?? null }
}

export type RuleSegments = ReturnType<typeof useRuleSegments>
