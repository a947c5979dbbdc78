import { measureColumn } from './measure-column'
import { decideColumn, type Preparation, type PreparedColumn, writePrepared } from './prepare-column'

export interface PreparedMatrix {
  /** rows × columns, row-major */
  data: Float64Array
  rows: number
  columns: number
  records: PreparedColumn[]
}

function requireEven(raw: readonly Float64Array[]): number {
  const rows = raw[0]?.length ?? 0
  if (rows === 0) throw new RangeError('there must be at least one column and one row')
  const uneven = raw.findIndex((column) => column.length !== rows)
  if (uneven >= 0) throw new RangeError(`column ${uneven} has ${raw[uneven]!.length} rows, not ${rows}`)
  return rows
}

/**
 * Makes raw columns (all of one length ≥ 1) ready for distances: gaps (anything not finite) are filled, then each
 * column's transform, scale and weight. What a preparation leaves open is chosen: the median for gaps, the transform by
 * `chooseTransform`, weight 1, and always the z-scale (mean 0, standard deviation 1, zeros where constant): a robust
 * one would give long tails more say in squared distances, so it is for those who ask for it. It falls back to z where
 * the interquartile range is 0. Throws RangeError on no columns, no rows or unequal lengths.
 */
export function prepareMatrix(
  raw: readonly Float64Array[],
  preparations: readonly (Preparation | undefined)[] = [],
): PreparedMatrix {
  const rows = requireEven(raw)
  const columns = raw.length
  const scratch = new Float64Array(rows)
  const records = raw.map((column, c) =>
    decideColumn(column, measureColumn(column), preparations[c] ?? {}, scratch),
  )
  return { data: applyPreparation(raw, records), rows, columns, records }
}

/**
 * Raw columns prepared exactly as the records say, whatever these values look like: customers × columns, row-major.
 * Throws RangeError on no columns, no rows, unequal lengths, or not one record a column.
 */
export function applyPreparation(
  raw: readonly Float64Array[],
  records: readonly PreparedColumn[],
): Float64Array {
  const rows = requireEven(raw)
  if (records.length !== raw.length) {
    throw new RangeError(`${raw.length} columns need as many records, not ${records.length}`)
  }
  const data = new Float64Array(rows * raw.length)
  for (const [c, column] of raw.entries()) writePrepared(data, c, raw.length, column, records[c]!)
  return data
}
