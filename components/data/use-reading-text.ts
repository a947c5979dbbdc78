'use client'

import { useTranslations } from 'next-intl'
import type { Field } from '@/lib/csv/fields'
import type { Cell } from '@/lib/csv/read-cell'
import { isDateKind } from './field-kinds'
import { useCellText } from './use-cell-text'

/** Words what a value of the file is read as, or that it cannot be read so. */
export function useReadingText(): (field: Field, text: string, cell: Cell) => string {
  const t = useTranslations('data.mapping')
  const cellText = useCellText()
  return ({ kind }, text, cell) => {
    const value = text.slice(0, 60)
    if (cell.problem) return t(isDateKind(kind) ? 'dateProblem' : 'numberProblem', { value })
    return t('reading', { value, reading: cellText(kind, cell.value) })
  }
}
