'use client'

import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Field } from '@/lib/csv/fields'
import { type Cell, readCell } from '@/lib/csv/read-cell'
import { dateOrders, decimalMarks, type Inspection, type Mapping } from '@/lib/data/schema'
import { tellingExample } from './preview'
import { useCellText } from './use-cell-text'

type FormatChoicesProps = {
  inspection: Inspection
  mapping: Mapping
  onChange: (formats: Partial<Pick<Mapping, 'dateOrder' | 'decimalMark'>>) => void
  disabled: boolean
}

type Example = { field: Field; text: string; readings: Cell[] }

const dateKinds: readonly Field['kind'][] = ['date', 'datetime']
const markNames = { '.': 'point', ',': 'comma' } as const

/** Whether a value reads differently under different choices. */
const isTelling = ({ readings }: Example) => new Set(readings.map(({ value }) => value)).size > 1

/** How dates and decimals are written, with what a value of the file becomes under each choice. */
export function FormatChoices({ inspection, mapping, onChange, disabled }: FormatChoicesProps) {
  const t = useTranslations('data.mapping')
  const cellText = useCellText()
  const date = tellingExample(mapping, inspection.sample, dateKinds, dateOrders, (field, text, dateOrder) =>
    readCell(field, text, { ...mapping, dateOrder }),
  )
  const number = tellingExample(
    mapping,
    inspection.sample,
    ['number', 'money', 'rating'],
    decimalMarks,
    (field, text, decimalMark) => readCell(field, text, { ...mapping, decimalMark }),
  )
  const reading = (example: Example, index: number) => {
    const cell = example.readings[index]
    const isDate = dateKinds.includes(example.field.kind)
    if (!cell || cell.problem) {
      return t(isDate ? 'dateProblem' : 'numberProblem', { value: example.text })
    }
    const value = cellText(example.field.kind, cell.value)
    return isDate
      ? t('dateExample', { value: example.text, date: value })
      : t('numberExample', { value: example.text, number: value })
  }
  const explain = (example: Example, index: number) =>
    isTelling(example) ? reading(example, index) : undefined
  const shared = (example: Example) =>
    isTelling(example) ? null : (
      <p className="mt-2 text-sm text-muted">
        {reading(example, 0)} {t(example === date ? 'dateSame' : 'numberSame')}
      </p>
    )
  if (!date && !number) return null
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {date ? (
        <div>
          <RadioGroup
            label={t('dateOrder')}
            value={mapping.dateOrder}
            disabled={disabled}
            onValueChange={(next) => onChange({ dateOrder: next as Mapping['dateOrder'] })}
            options={dateOrders.map((order, index) => ({
              value: order,
              label: t(`dateOrders.${order}`),
              description: explain(date, index),
            }))}
          />
          {shared(date)}
        </div>
      ) : null}
      {number ? (
        <div>
          <RadioGroup
            label={t('decimalMark')}
            value={mapping.decimalMark}
            disabled={disabled}
            onValueChange={(next) => onChange({ decimalMark: next as Mapping['decimalMark'] })}
            options={decimalMarks.map((mark, index) => ({
              value: mark,
              label: t(`decimalMarks.${markNames[mark]}`),
              description: explain(number, index),
            }))}
          />
          {shared(number)}
        </div>
      ) : null}
    </div>
  )
}
