'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { TableCell, TableHeader, TableRow } from '@/components/ui/table'
import type { Field } from '@/lib/csv/fields'
import type { TableName } from '@/lib/warehouse/tables'
import type { PreviewCell, PreviewProblem, PreviewRow } from './preview'
import { useCellText } from './use-cell-text'
import { useFieldName } from './use-field-name'

type PreviewRecordProps = {
  row: PreviewRow
  record: readonly string[]
  columns: { field: Field; numeric: boolean }[]
  table: TableName
  headerCount: number
}

/** One row of the preview; a value that cannot be read keeps the file's text and says why. */
export function PreviewRecord({ row, record, columns, table, headerCount }: PreviewRecordProps) {
  const t = useTranslations('data.mapping')
  const cellText = useCellText()
  const fieldName = useFieldName()
  const problemOf = (cell: PreviewCell): PreviewProblem | null =>
    cell.problem ?? (row.problem?.field === cell.field ? row.problem.reason : null)
  return (
    <TableRow className={row.problem ? 'bg-danger-soft' : undefined}>
      <TableHeader scope="row" numeric className="border-0 tabular-nums">
        {row.position}
      </TableHeader>
      {row.problem?.reason === 'columnCount' ? (
        <TableCell colSpan={columns.length} className="max-w-0">
          <span className="block truncate text-muted">{record.join(' · ').slice(0, 500)}</span>
          <Reason text={t('problems.columnCount', { cells: row.width, columns: headerCount })} />
        </TableCell>
      ) : (
        row.cells.map((cell, index) => {
          const column = columns[index]
          const problem = problemOf(cell)
          return (
            <TableCell key={cell.field} numeric={column?.numeric} className="max-w-72 min-w-24">
              <span className={cn('block truncate', problem && 'text-danger line-through')}>
                {problem ? cell.text : column ? cellText(column.field.kind, cell.value) : ''}
              </span>
              {problem ? (
                <Reason
                  numeric={column?.numeric}
                  text={t(`problems.${problem}`, {
                    field: fieldName(table, cell.field),
                    value: cell.text.trim().slice(0, 60),
                    cells: row.width,
                    columns: headerCount,
                  })}
                />
              ) : null}
            </TableCell>
          )
        })
      )}
    </TableRow>
  )
}

function Reason({ text, numeric = false }: { text: string; numeric?: boolean }) {
  return (
    <span
      className={cn('mt-0.5 flex items-start gap-1 text-left text-xs text-danger', numeric && 'justify-end')}
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      {text}
    </span>
  )
}
