'use client'

import { useMemo, useState } from 'react'
import { guessColumns } from '@/lib/csv/guess-mapping'
import type { ColumnFormat, ImportMode } from '@/lib/csv/mapping'
import type { InspectionResult } from '@/lib/data/schema'
import type { CustomerChoices } from '@/lib/privacy/personal-columns-schema'
import type { TableName } from '@/lib/warehouse/tables'
import { changeTable, chooseOwn, openQuestions, startDraft, switchGathered, toMapping } from './mapping-draft'

/** The mapping of a file while its user corrects it. */
export function useMapping(file: InspectionResult, decidedBefore: CustomerChoices) {
  const [draft, setDraft] = useState(() => startDraft(file))
  const [personal, setPersonal] = useState<CustomerChoices>({})
  const mapping = useMemo(() => toMapping(draft, file), [draft, file])
  const questions = useMemo(() => openQuestions(mapping, draft, file), [mapping, draft, file])
  const guess = (table: TableName) => guessColumns(table, file.headers, file.columns)
  return {
    draft,
    mapping,
    /** columns that are read in one of two ways, which nobody has chosen yet */
    questions,
    chooseTable: (table: TableName) => setDraft(chooseOwn(draft, table, guess)),
    switchTable: (table: TableName, on: boolean) => setDraft(switchGathered(draft, table, on, guess)),
    chooseMode: (table: TableName, mode: ImportMode) => setDraft(changeTable(draft, table, () => ({ mode }))),
    chooseColumn(table: TableName, field: string, column: number | null) {
      setDraft(
        changeTable(draft, table, ({ columns: { [field]: _, ...others } }) => ({
          columns: column === null ? others : { ...others, [field]: column },
        })),
      )
    },
    chooseFormat(column: number, format: ColumnFormat) {
      const formats = { ...draft.formats, [column]: { ...draft.formats[column], ...format } }
      setDraft({ ...draft, formats })
    },
    /** what was said here of personal columns, by key; and with it what was said before */
    personal,
    decided: { ...decidedBefore, ...personal },
    sayPersonal: (key: string, is: boolean) => setPersonal({ ...personal, [key]: is }),
    numberRows: (numbered: boolean) => setDraft(changeTable(draft, 'customers', () => ({ numbered }))),
    keepAttributes(columns: readonly number[], keep: boolean) {
      const said = Object.fromEntries(columns.map((column) => [column, keep]))
      setDraft(changeTable(draft, 'customers', (table) => ({ keep: { ...table.keep, ...said } })))
    },
  }
}
export type MappingState = ReturnType<typeof useMapping>
