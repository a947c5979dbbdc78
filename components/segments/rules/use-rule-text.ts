'use client'

import { useTranslations } from 'next-intl'
import { wordField, wordFieldValue } from '@/lib/features/words'
import type { Rule } from '@/lib/rules/rule'
import type { Condition } from '@/lib/rules/walk'
import { useFeatureText } from '../use-feature-text'
import { featureOperatorKeys } from './operators'
import { type RuleWords, wordRule } from './word-rule'

/** A rule as a sentence in the reader's language; `nameSegment` gives null for a segment that is not there. */
export function useRuleText(nameSegment: (segmentId: string) => string | null) {
  const t = useTranslations('rules.words')
  const features = useTranslations('features')
  const feature = useFeatureText()

  function condition(one: Condition): string {
    switch (one.type) {
      case 'feature':
        return t(`feature.${featureOperatorKeys[one.operator]}`, {
          name: feature.name(one.feature),
          value: feature.value(one.feature, one.value),
          upper: feature.value(one.feature, one.upper),
        })
      case 'field': {
        const values = one.values.map((value) =>
          t('quoted', { value: wordFieldValue(features, one.field, value) }),
        )
        return t(`field.${one.operator}`, {
          name: wordField(features, one.field),
          values: values.length > 0 ? values.reduce((a, b) => t('anyOf', { a, b })) : '',
        })
      }
      case 'segment':
        return t(one.member ? 'segment.in' : 'segment.notIn', {
          name: nameSegment(one.segmentId) ?? t('segment.gone'),
        })
    }
  }

  const words: RuleWords = {
    condition,
    join: { and: (a, b) => t('and', { a, b }), or: (a, b) => t('or', { a, b }) },
    bracket: (text) => t('bracket', { text }),
    not: (text) => t('not', { text }),
  }
  return (rule: Rule): string => {
    const text = wordRule(rule, words)
    return text === null ? t('everybody') : t('sentence', { rule: text })
  }
}
