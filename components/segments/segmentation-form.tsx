'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { CoveredDayField, useCoveredDay } from '@/components/app/covered-day-field'
import { useFormats } from '@/components/app/formats-provider'
import { useErrorText } from '@/components/app/use-error-text'
import { Alert } from '@/components/ui/alert'
import { Card, CardBody } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { FormFooter } from '@/components/ui/form-footer'
import { HydratedFields } from '@/components/ui/hydrated-fields'
import { Input } from '@/components/ui/input'
import { createSegmentation } from '@/lib/segments/actions'
import {
  type CreateSegmentation,
  kmeansSettingsSchema,
  maximumK,
  mostFeatures,
} from '@/lib/segments/settings-schema'
import { unwrap } from '@/lib/shared/action-result'
import type { Candidate } from './form/form-item'
import { preparationSettings } from './form/preparations'
import { type EarlierSegmentation, SimilarTo } from './form/similar-to'
import type { UnavailableFeature } from './form/unavailable-features'
import { useFeatureChoice } from './form/use-feature-choice'
import { useSnapshot } from './form/use-snapshot'
import { SegmentationFormFeatures } from './segmentation-form-features'
import { SegmentationFormK } from './segmentation-form-k'

export type SegmentationFormProps = {
  /** what the data supports at all, and what it does not: enough to begin with */
  features: readonly Candidate[]
  unavailable: readonly UnavailableFeature[]
  earlier: readonly EarlierSegmentation[]
  /** first and last day with orders, YYYY-MM-DD */
  firstDate: string
  lastDate: string
}

const wrongFields = '[aria-invalid="true"], [data-invalid]'

type FieldErrors = Partial<Record<'name' | 'features' | 'asOf' | 'k', string>>

/** Everything a segmentation needs, filled in so that 'Create' works at once. */
export function SegmentationForm(props: SegmentationFormProps) {
  const { firstDate, lastDate, earlier } = props
  const t = useTranslations('segmentForm')
  const router = useRouter()
  const formats = useFormats()
  const errorText = useErrorText()
  const [ownName, setOwnName] = useState<string | null>(null)
  const day = useCoveredDay(firstDate, lastDate)
  const { value: asOf, isCovered } = day
  const [k, setK] = useState<number | 'auto'>('auto')
  const [similarTo, setSimilarTo] = useState(earlier[0]?.id ?? null)
  const [open, setOpen] = useState(false)
  const name = ownName ?? t('defaultName', { date: formats.date(isCovered ? asOf : lastDate) })
  const snapshot = useSnapshot(open && isCovered ? asOf : null)
  const summary = snapshot.known?.summary
  const choice = useFeatureChoice(summary?.features ?? props.features)
  const [errors, setErrors] = useState<FieldErrors>({})
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>(wrongFields)?.focus()
  }, [errors])
  const create = useMutation({
    mutationFn: async (input: CreateSegmentation) => unwrap(await createSegmentation(input)),
    onSuccess: ({ segmentationId }) => router.push(`/segments/${segmentationId}`),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const { chosen, preparations } = choice
    const input = {
      kind: 'kmeans' as const,
      name,
      asOf,
      features: chosen.flatMap(({ ids }) => ids),
      k,
      preparation: preparationSettings(preparations, chosen),
      similarTo,
    }
    const parsed = kmeansSettingsSchema.safeParse(input)
    const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0]))
    if (!isCovered) wrong.add('asOf')
    const found: FieldErrors = {
      ...(wrong.has('name') && { name: t('errors.name') }),
      ...(wrong.has('features') && { features: t('errors.features', { maximum: mostFeatures }) }),
      ...(wrong.has('asOf') && { asOf: t('errors.asOf', day.range) }),
      ...(wrong.has('k') && { k: t('errors.k', { maximum: maximumK }) }),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) create.mutate(input)
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="max-w-4xl">
      <HydratedFields>
        <Card>
          <CardBody className="flex flex-col gap-8">
            <div className="grid gap-6 sm:grid-cols-2">
              <Field label={t('name')} hint={t('nameHint')} error={errors.name} required>
                <Input value={name} maxLength={80} onChange={(event) => setOwnName(event.target.value)} />
              </Field>
              <CoveredDayField
                day={day}
                label={t('asOf')}
                hint={t('asOfHint', day.range)}
                error={errors.asOf}
              />
            </div>
            <SegmentationFormK k={k} onChange={setK} error={errors.k ?? null} />
            {earlier.length > 0 ? (
              <SimilarTo earlier={earlier} value={similarTo} onChange={setSimilarTo} />
            ) : null}
            <SegmentationFormFeatures
              choice={choice}
              snapshot={snapshot}
              asOf={asOf}
              unavailable={summary?.unavailable ?? props.unavailable}
              open={open}
              onOpenChange={setOpen}
              error={errors.features ?? null}
            />
            {create.error ? <Alert tone="danger">{errorText(create.error)}</Alert> : null}
          </CardBody>
          <FormFooter
            cancelHref="/segments"
            cancel={t('cancel')}
            submit={t('create')}
            loading={create.isPending || create.isSuccess}
          />
        </Card>
      </HydratedFields>
    </form>
  )
}
