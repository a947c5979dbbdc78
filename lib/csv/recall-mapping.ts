import type { ColumnProfile } from './column-profile'
import { mappedFields, missingFields } from './fields'
import { formatFor, judgeFit } from './fits'
import { confidences, type GuessReason } from './guesses'
import type { ColumnFormat, Mapping, TableMapping } from './mapping'

/** The formats of the mapped columns, as their rows show them. */
export function guessFormats(
  tables: readonly TableMapping[],
  profiles: readonly ColumnProfile[],
): Record<string, ColumnFormat> {
  const formats: Record<string, ColumnFormat> = {}
  for (const field of tables.flatMap(mappedFields)) {
    const profile = profiles[field.column]
    const format = profile ? formatFor(field, profile) : {}
    if (Object.keys(format).length > 0) formats[field.column] = { ...formats[field.column], ...format }
  }
  return formats
}

/** Whether a mapping of an earlier file with the same header still suits the values. */
export function stillFits({ tables }: Mapping, profiles: readonly ColumnProfile[]): boolean {
  return tables.every(
    (table) =>
      missingFields(table).length === 0 &&
      mappedFields(table).every((field) => {
        const profile = profiles[field.column]
        return profile !== undefined && (!field.required || judgeFit(field, profile) > 0)
      }),
  )
}

type FieldEvidence = { confidence: number; reasons: GuessReason[] }

/** A remembered mapping for a file of the same header, with what this file's rows say of its formats. */
export function recallMapping(
  mapping: Mapping,
  profiles: readonly ColumnProfile[],
): { mapping: Mapping; fields: Record<string, FieldEvidence> } {
  const fields = mapping.tables.flatMap(({ table, columns }) =>
    Object.keys(columns).map((field): [string, FieldEvidence] => [
      `${table}.${field}`,
      { confidence: confidences.remembered, reasons: ['remembered'] },
    ]),
  )
  const formats = guessFormats(mapping.tables, profiles)
  for (const [column, format] of Object.entries(mapping.formats)) {
    // Rows that decide are believed; where they do not, what was said of the earlier file counts.
    if (profiles[Number(column)]?.ambiguous !== null || !formats[column]) {
      formats[column] = { ...formats[column], ...format }
    }
  }
  return { mapping: { ...mapping, formats }, fields: Object.fromEntries(fields) }
}
