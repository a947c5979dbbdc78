'use client'

import { type ReactNode, useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useFormats } from './formats-provider'

/** A day to choose among those that the data covers, `firstDate` to `lastDate` (YYYY-MM-DD). */
export function useCoveredDay(firstDate: string, lastDate: string, start = lastDate) {
  const formats = useFormats()
  const [value, setValue] = useState(start)
  return {
    value,
    setValue,
    isCovered: value >= firstDate && value <= lastDate,
    firstDate,
    lastDate,
    /** both as they are read, for hints and errors */
    range: { first: formats.date(firstDate), last: formats.date(lastDate) },
  }
}
export type CoveredDay = ReturnType<typeof useCoveredDay>

export type CoveredDayFieldProps = {
  day: CoveredDay
  label: ReactNode
  hint: ReactNode
  error?: ReactNode
  className?: string
}

export function CoveredDayField({ day, ...field }: CoveredDayFieldProps) {
  return (
    <Field {...field} required>
      <Input
        type="date"
        min={day.firstDate}
        max={day.lastDate}
        value={day.value}
        onChange={(event) => day.setValue(event.target.value)}
      />
    </Field>
  )
}
