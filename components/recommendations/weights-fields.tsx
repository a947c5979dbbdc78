'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { RecommenderSettings } from '@/lib/recommendations/settings-schema'
import { interactionKinds } from '@/lib/recommending/weights'
import { readNumber } from './read-fields'

type Weights = RecommenderSettings['weights']
export type WeightsFieldsProps = { weights: Weights; onChange: (weights: Weights) => void }

const halfLives = { d30: 30, d90: 90, d180: 180, d365: 365, never: null }

/** What an interaction counts, by its kind and age. */
export function WeightsFields({ weights, onChange }: WeightsFieldsProps) {
  const t = useTranslations('recommendations.form')
  const fade = Object.entries(halfLives).find(([, days]) => days === weights.halfLifeDays)?.[0] ?? 'd180'
  return (
    <section className="flex flex-col gap-5">
      <Field label={t('halfLife')} hint={t('halfLifeHint')} className="max-w-80">
        <Select
          value={fade}
          onChange={(event) =>
            onChange({ ...weights, halfLifeDays: halfLives[event.target.value as keyof typeof halfLives] })
          }
        >
          {Object.keys(halfLives).map((key) => (
            <option key={key} value={key}>
              {t(`halfLives.${key}`)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className="min-w-0">
        <legend className="text-sm font-medium">{t('weights')}</legend>
        <p className="mt-1 mb-3 text-sm text-muted">{t('weightsHint')}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {interactionKinds.map((kind) => (
            <Field key={kind} label={t(`kinds.${kind}`)}>
              <Input
                type="number"
                min={0}
                max={10}
                step={0.1}
                value={weights.kinds[kind]}
                onChange={(event) => {
                  const value = Math.min(10, readNumber(event.target.value) ?? 0)
                  onChange({ ...weights, kinds: { ...weights.kinds, [kind]: value } })
                }}
              />
            </Field>
          ))}
        </div>
      </fieldset>
    </section>
  )
}
