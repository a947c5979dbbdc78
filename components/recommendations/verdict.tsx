'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '@/components/app/formats-provider'
import { Alert } from '@/components/ui/alert'
import type { RecommenderView } from '@/lib/recommendations/schema'
import { judgeRecommender } from './judge-recommender'
import { useStrategyName } from './use-strategy-name'

/** Whether the recommender beats the best-sellers list, in a sentence. */
export function Verdict({ recommender }: { recommender: RecommenderView }) {
  const t = useTranslations('recommendations.verdict')
  const formats = useFormats()
  const strategyName = useStrategyName()
  const { result, previous } = recommender
  const verdict = judgeRecommender(result)
  const signed = (value: number) => `${value > 0 ? '+' : ''}${formats.decimal(value, 3)}`
  const strategy = strategyName(result.chosen)
  const values = {
    strategy,
    judged: result.judged,
    factor: formats.decimal(verdict.factor ?? 0, 1),
    gain: signed(verdict.gain.mean),
    low: signed(verdict.gain.low),
    high: signed(verdict.gain.high),
  }
  const mixed = result.chosen === 'hybrid' && result.blend.length > 1
  return (
    <Alert tone={verdict.key === 'beats' ? 'success' : verdict.key === 'worse' ? 'warning' : 'info'}>
      <p>{t(verdict.key, values)}</p>
      {mixed ? (
        <p className="mt-1">
          {t('mix', {
            parts: formats.list(
              result.blend.map((part) =>
                t('part', { weight: formats.percent(part.weight), strategy: strategyName(part.strategy) }),
              ),
            ),
          })}
        </p>
      ) : null}
      {previous?.gain && recommender.gain ? (
        <p className="mt-1">
          {t('previous', { before: signed(previous.gain.mean), now: signed(recommender.gain.mean) })}
        </p>
      ) : null}
    </Alert>
  )
}
