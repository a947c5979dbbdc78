'use client'

import type { Field } from '@/lib/csv/fields'
import type { InspectionResult } from '@/lib/data/schema'
import { ColumnFormatChoice } from './column-format'
import { isDateKind, isNumberKind } from './field-kinds'
import { FormatQuestion } from './format-question'
import { columnFormat, isOpenQuestion } from './mapping-draft'
import { useColumnName } from './use-column-name'
import type { MappingState } from './use-mapping'

type FieldFormatProps = {
  field: Field
  label: string
  column: number
  file: InspectionResult
  state: MappingState
  disabled: boolean
  className: string
}

/** How the dates or numbers of a field's column are written: asked where the rows leave it open, else shown. */
export function FieldFormat({ field, label, column, file, state, disabled, className }: FieldFormatProps) {
  const columnName = useColumnName(file.headers)
  const profile = file.columns[column]
  const dates = isDateKind(field.kind)
  if (!profile || profile.filled === 0 || !(dates || isNumberKind(field.kind))) return null
  const onChange = (format: ReturnType<typeof columnFormat>) => state.chooseFormat(column, format)
  const { ambiguous } = profile
  const chosen = state.draft.formats[column]
  const answered = dates ? chosen?.dates : chosen?.decimalMark
  const asked = ambiguous === (dates ? 'dayMonth' : 'decimalMark')
  return (
    <div className={className}>
      {asked && ambiguous && (answered || isOpenQuestion(column, state.draft, file)) ? (
        <FormatQuestion
          field={field}
          column={column}
          columnName={columnName(column)}
          file={file}
          ambiguous={ambiguous}
          chosen={chosen ?? null}
          onChange={onChange}
          disabled={disabled}
        />
      ) : (
        <ColumnFormatChoice
          field={field}
          label={label}
          column={column}
          file={file}
          format={columnFormat(column, file, state.draft.formats)}
          onChange={onChange}
          disabled={disabled}
        />
      )}
    </div>
  )
}
