'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import type { Phrase, SegmentInsights } from '@/lib/segments/insights-schema'
import type { SegmentView } from '@/lib/segments/schema'
import { formatParams } from '@/lib/shared/format-params'

export type PersonaWords = { summary: string; actions: string[]; own: boolean }

/** What is said of a segment: the user's own words, else the computed ones in the reader's language. */
export function usePersonaWords() {
  const t = useTranslations('personas')
  const formats = useFormats()
  // Chinese sentences follow one another without a space
  const joint = useLocale() === 'zh-CN' ? '' : ' '
  const word = (part: 'summary' | 'actions') => (phrase: Phrase) =>
    t(`${part}.${phrase.key}`, formatParams(formats, phrase.params))
  const suggest = ({ summary, actions }: SegmentInsights) => ({
    summary: summary.map(word('summary')).join(joint),
    actions: actions.map(word('actions')),
  })
  return {
    suggest,
    tell: ({ persona }: Pick<SegmentView, 'persona'>, insights: SegmentInsights): PersonaWords => {
      const suggested = suggest(insights)
      return {
        summary: persona.summary || suggested.summary,
        actions: persona.actions.length > 0 ? persona.actions : suggested.actions,
        own: persona.summary !== '' || persona.actions.length > 0,
      }
    },
  }
}
