'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Field } from '@/components/ui/field'
import type { NamedRuleSegment } from './name-rule-segments'
import { SegmentSelect } from './segment-select'

type OverlapFormProps = { segments: readonly NamedRuleSegment[]; a: string; b: string }

/** The two segments to lay over each other. */
export function OverlapForm({ segments, a, b }: OverlapFormProps) {
  const t = useTranslations('rules.overlap')
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const choose = (chosen: { a: string; b: string }) => {
    const query = new URLSearchParams(Object.entries(chosen).filter(([, id]) => id !== ''))
    startTransition(() => router.replace(`/segments/overlap?${query}`, { scroll: false }))
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2" aria-busy={pending}>
      <Field label={t('first')}>
        <SegmentSelect segments={segments} value={a} onChange={(id) => choose({ a: id, b })} />
      </Field>
      <Field label={t('second')}>
        <SegmentSelect segments={segments} value={b} onChange={(id) => choose({ a, b: id })} />
      </Field>
    </div>
  )
}
