'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { type DateStyle, dateStyles } from '@/lib/csv/dates'
import type { Field } from '@/lib/csv/fields'
import type { ColumnFormat } from '@/lib/csv/mapping'
import { type DecimalMark, decimalMarks } from '@/lib/csv/numbers'
import { usualFormat } from '@/lib/csv/read-cell'
import type { InspectionResult } from '@/lib/data/schema'
import { isDateKind } from './field-kinds'
import { tellingExample } from './preview'
import { useReadingText } from './use-reading-text'

type ColumnFormatChoiceProps = {
  field: Field
  column: number
  file: InspectionResult
  format: ColumnFormat
  onChange: (format: ColumnFormat) => void
  disabled: boolean
  label: string
}

export const markNames = { '.': 'point', ',': 'comma' } as const satisfies Record<DecimalMark, string>

/** What a value of the column is read as, with the way it is written to be changed beside it. */
export function ColumnFormatChoice(props: ColumnFormatChoiceProps) {
  const { field, column, file, format, onChange, disabled, label } = props
  const t = useTranslations('data.mapping')
  const readingText = useReadingText()
  const dates = isDateKind(field.kind)
  const example = tellingExample(field, file, column, [format])
  const reading = example?.readings[0]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
      <p className="min-w-0 break-words" aria-live="polite">
        {example && reading ? readingText(field, example.text, reading) : null}
      </p>
      <Select
        size="sm"
        wrapperClassName="w-auto max-w-full"
        aria-label={t(dates ? 'datesOf' : 'decimalsOf', { field: label })}
        value={dates ? (format.dates ?? usualFormat.dates) : (format.decimalMark ?? usualFormat.decimalMark)}
        disabled={disabled}
        onChange={({ target: { value } }) =>
          onChange(dates ? { dates: value as DateStyle } : { decimalMark: value as DecimalMark })
        }
      >
        {dates
          ? dateStyles.map((style) => (
              <option key={style} value={style}>
                {t(`dateStyles.${style}`)}
              </option>
            ))
          : decimalMarks.map((mark) => (
              <option key={mark} value={mark}>
                {t(`decimalMarks.${markNames[mark]}`)}
              </option>
            ))}
      </Select>
    </div>
  )
}
