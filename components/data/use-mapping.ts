'use client'

import { useState } from 'react'
import { guessColumns, guessFormats } from '@/lib/csv/guess-mapping'
import type { Inspection, Mapping } from '@/lib/data/schema'
import type { TableName } from '@/lib/warehouse/tables'
import { unusedColumns } from './preview'

type Formats = Pick<Mapping, 'dateOrder' | 'decimalMark'>

/** A mapping being corrected. Each kind of table keeps its own columns; formats follow them until chosen by hand. */
export function useMapping({ guess, headers, sample }: Inspection) {
  const [table, setTable] = useState<TableName>(guess.table)
  const [columns, setColumns] = useState<Partial<Record<TableName, Mapping['columns']>>>({
    [guess.table]: guess.columns,
  })
  const [chosen, setChosen] = useState<Partial<Formats>>({})
  const [dropped, setDropped] = useState<readonly number[]>([])
  const current = columns[table] ?? {}
  const { dateOrder, decimalMark } =
    current === guess.columns ? guess : guessFormats({ table, columns: current }, sample)
  const mapping: Mapping = { table, columns: current, dateOrder, decimalMark, ...chosen }
  if (table === 'customers' && dropped.length > 0) {
    mapping.attributes = unusedColumns(headers, mapping).filter((column) => !dropped.includes(column))
  }

  return {
    mapping,
    chooseTable(next: TableName) {
      setTable(next)
      setColumns((all) => (all[next] ? all : { ...all, [next]: guessColumns(next, headers, sample) }))
    },
    chooseColumn(field: string, column: number | null) {
      const { [field]: _, ...others } = current
      setColumns({ ...columns, [table]: column === null ? others : { ...others, [field]: column } })
    },
    chooseFormats(next: Partial<Formats>) {
      setChosen({ ...chosen, ...next })
    },
    keepAttribute(column: number, keep: boolean) {
      setDropped(keep ? dropped.filter((other) => other !== column) : [...dropped, column])
    },
  }
}
