'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { CoveredDayField, useCoveredDay } from '@/components/app/covered-day-field'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { FormFooter } from '@/components/ui/form-footer'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { createRecommender } from '@/lib/recommendations/actions'
import {
  type CreateRecommender,
  type RecommenderSettings,
  type Rules,
  type StrategyName,
  strategyNames,
} from '@/lib/recommendations/settings-schema'
import { unwrap } from '@/lib/shared/action-result'
import { RulesFields, SuitabilityFields } from './rules-fields'
import { WeightsFields } from './weights-fields'

export type RecommenderFormProps = {
  /** first and last day with orders, YYYY-MM-DD */
  firstDate: string
  lastDate: string
  segmentations: readonly { id: string; name: string }[]
  /** to begin with: the defaults, or those of a recommender that is trained again */
  initial: Pick<RecommenderSettings, 'strategy' | 'weights' | 'rules' | 'length'> & {
    name: string | null
    segmentationId: string | null
  }
}

/** Everything a recommender needs, filled in so that 'Create' works at once. */
export function RecommenderForm({ firstDate, lastDate, segmentations, initial }: RecommenderFormProps) {
  const t = useTranslations('recommendations')
  const router = useRouter()
  const formats = useFormats()
  const errorText = useErrorText()
  const [name, setName] = useState(initial.name ?? t('form.defaultName', { date: formats.date(lastDate) }))
  const day = useCoveredDay(firstDate, lastDate)
  const [strategy, setStrategy] = useState(initial.strategy)
  const [length, setLength] = useState(initial.length)
  const [segmentationId, setSegmentationId] = useState(initial.segmentationId)
  const [weights, setWeights] = useState(initial.weights)
  const [rules, setRules] = useState<Rules>(initial.rules)
  const [errors, setErrors] = useState<{ name?: string; asOf?: string; length?: string }>({})
  const create = useMutation({
    mutationFn: async (input: CreateRecommender) => unwrap(await createRecommender(input)),
    onSuccess: ({ recommenderId }) => router.push(`/recommendations/${recommenderId}`),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = {
      ...(name.trim() === '' && { name: t('form.errors.name') }),
      ...(!day.isCovered && { asOf: t('form.errors.asOf', day.range) }),
      ...(!(Number.isInteger(length) && length >= 1 && length <= 50) && { length: t('form.errors.length') }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    const suitability = rules.suitability?.attribute && rules.suitability.tag ? rules.suitability : null
    create.mutate({
      ...{ name, asOf: day.value, strategy, length, segmentationId, weights },
      rules: { ...rules, suitability },
    })
  }

  return (
    <form noValidate onSubmit={submit} className="max-w-4xl">
      <HydratedFields>
        <Card>
          <CardBody className="flex flex-col gap-8">
            <div className="grid gap-6 sm:grid-cols-2">
              <Field label={t('form.name')} hint={t('form.nameHint')} error={errors.name} required>
                <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
              </Field>
              <CoveredDayField
                day={day}
                label={t('form.asOf')}
                hint={t('form.asOfHint', day.range)}
                error={errors.asOf}
              />
            </div>
            <RadioGroup
              label={t('form.strategy')}
              look="cards"
              value={strategy === 'auto' ? 'auto' : 'hand'}
              onValueChange={(value) => setStrategy(value === 'auto' ? 'auto' : 'item')}
              options={[
                { value: 'auto', label: t('form.auto'), description: t('form.autoHint') },
                { value: 'hand', label: t('form.hand'), description: t('form.handHint') },
              ]}
            />
            <div className="grid gap-6 sm:grid-cols-2">
              {strategy === 'auto' ? null : (
                <Field label={t('form.which')} hint={t(`strategies.${strategy}.meaning`)}>
                  <Select
                    value={strategy}
                    onChange={(event) => setStrategy(event.target.value as StrategyName)}
                  >
                    {strategyNames.map((one) => (
                      <option key={one} value={one}>
                        {t(`strategies.${one}.name`)}
                      </option>
                    ))}
                  </Select>
                </Field>
              )}
              <Field label={t('form.length')} hint={t('form.lengthHint')} error={errors.length}>
                <Input
                  type="number"
                  min={1}
                  max={50}
                  value={Number.isNaN(length) ? '' : length}
                  onChange={(event) => setLength(event.target.valueAsNumber)}
                />
              </Field>
              {segmentations.length > 0 ? (
                <Field label={t('form.segmentation')} hint={t('form.segmentationHint')}>
                  <Select
                    value={segmentationId ?? ''}
                    onChange={(event) => setSegmentationId(event.target.value || null)}
                  >
                    <option value="">{t('form.noSegmentation')}</option>
                    {segmentations.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </Select>
                </Field>
              ) : null}
            </div>
            <details className="group rounded-lg border border-border">
              <summary className="cursor-pointer rounded-lg px-4 py-3 text-sm font-medium hover:bg-subtle">
                {t('form.more')}
              </summary>
              <div className="flex flex-col gap-8 border-t border-border p-4">
                <WeightsFields weights={weights} onChange={setWeights} />
                <section className="flex flex-col gap-5">
                  <h2 className="text-sm font-semibold">{t('rules.title')}</h2>
                  <RulesFields rules={rules} onChange={setRules} />
                  <SuitabilityFields rules={rules} onChange={setRules} />
                </section>
              </div>
            </details>
            {create.error ? <Alert tone="danger">{errorText(create.error)}</Alert> : null}
          </CardBody>
          <FormFooter
            cancelHref="/recommendations"
            cancel={t('form.cancel')}
            submit={t('form.create')}
            loading={create.isPending || create.isSuccess}
          />
        </Card>
      </HydratedFields>
    </form>
  )
}
