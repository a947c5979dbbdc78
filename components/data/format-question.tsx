'use client'

import { CircleQuestionMark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Field } from '@/lib/csv/fields'
import type { ColumnFormat } from '@/lib/csv/mapping'
import { decimalMarks } from '@/lib/csv/numbers'
import type { InspectionResult } from '@/lib/data/schema'
import { markNames } from './column-format'
import { tellingExample } from './preview'
import { useReadingText } from './use-reading-text'

type FormatQuestionProps = {
  field: Field
  column: number
  columnName: string
  file: InspectionResult
  ambiguous: 'dayMonth' | 'decimalMark'
  /** null until it is answered */
  chosen: ColumnFormat | null
  onChange: (format: ColumnFormat) => void
  disabled: boolean
}

const orders = ['dmy', 'mdy'] as const

/** Asks how a column is to be read whose rows do not decide it, with a value of the file read in both ways. */
export function FormatQuestion(props: FormatQuestionProps) {
  const { field, column, columnName, file, ambiguous, chosen, onChange, disabled } = props
  const t = useTranslations('data.mapping')
  const readingText = useReadingText()
  const dates = ambiguous === 'dayMonth'
  const choices = dates
    ? orders.map((order) => ({
        value: order as string,
        label: t(`dateStyles.${order}`),
        format: { dates: order } as ColumnFormat,
      }))
    : decimalMarks.map((mark) => ({
        value: mark as string,
        label: t(`decimalMarks.${markNames[mark]}`),
        format: { decimalMark: mark } as ColumnFormat,
      }))
  const example = tellingExample(
    field,
    file,
    column,
    choices.map(({ format }) => format),
  )
  return (
    <div className="rounded-lg border border-warning/35 bg-warning-soft p-3">
      <p className="mb-2 flex items-start gap-2 text-sm font-medium">
        <CircleQuestionMark aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
        {t(dates ? 'askDates' : 'askDecimals', { column: columnName })}
      </p>
      <RadioGroup
        hideLabel
        look="cards"
        label={t(dates ? 'askDates' : 'askDecimals', { column: columnName })}
        value={(dates ? chosen?.dates : chosen?.decimalMark) ?? ''}
        disabled={disabled}
        onValueChange={(value) => onChange(choices.find((choice) => choice.value === value)?.format ?? {})}
        options={choices.map(({ value, label }, index) => {
          const reading = example?.readings[index]
          return {
            value,
            label,
            description: example && reading ? readingText(field, example.text, reading) : undefined,
          }
        })}
      />
    </div>
  )
}
