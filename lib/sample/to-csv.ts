export interface CsvColumn<Row> {
  key: keyof Row & string
  /** Fixed number of decimals for numbers; as they are when absent. */
  decimals?: number
}

/** Formats one RFC 4180 record without its line end: quoted only where the value needs it. */
export function formatCsvRow(values: readonly string[]): string {
  return values
    .map((value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',')
}

/** Header and rows as RFC 4180 text with LF line ends, also after the last row. */
export function toCsv<Row extends object>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  const lines = [formatCsvRow(columns.map((column) => column.key))]
  for (const row of rows) lines.push(formatCsvRow(columns.map((column) => formatValue(row, column))))
  return `${lines.join('\n')}\n`
}

function formatValue<Row extends object>(row: Row, { key, decimals }: CsvColumn<Row>): string {
  const value: unknown = row[key]
  return typeof value === 'number' && decimals !== undefined ? value.toFixed(decimals) : String(value)
}
