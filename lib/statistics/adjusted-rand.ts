/** How many rows have each pair of labels: ka × kb, row-major. Labels are 0 … ka−1 and 0 … kb−1, one per row. */
export function contingency(a: Int32Array, b: Int32Array, ka: number, kb: number): Int32Array {
  if (a.length !== b.length)
    throw new RangeError(`${a.length} labels and ${b.length} labels are not of the same rows`)
  const table = new Int32Array(ka * kb)
  for (let row = 0; row < a.length; row++) table[a[row]! * kb + b[row]!]!++
  return table
}

const pairs = (n: number) => (n * (n - 1)) / 2
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/**
 * The adjusted Rand index of a contingency table (Hubert & Arabie 1985): 1 = the same groups, about 0 = no more alike
 * than by chance, negative = less. 1 where nothing can differ: fewer than two rows, or both sides put all rows into one
 * group or each into its own.
 */
export function adjustedRandOf(table: readonly (readonly number[])[]): number {
  const rows = table.map(total)
  const columns = (table[0] ?? []).map((_, j) => total(table.map((row) => row[j]!)))
  const together = total(table.flatMap((row) => row.map(pairs)))
  const inRows = total(rows.map(pairs))
  const inColumns = total(columns.map(pairs))
  const all = pairs(total(rows))
  const expected = all > 0 ? (inRows * inColumns) / all : 0
  const most = (inRows + inColumns) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

/** The adjusted Rand index of two labellings of the same rows; see `adjustedRandOf`. Labels are 0 or more. */
export function adjustedRand(a: Int32Array, b: Int32Array): number {
  const groups = (labels: Int32Array) => labels.reduce((most, label) => Math.max(most, label + 1), 0)
  const kb = groups(b)
  const ka = groups(a)
  const table = contingency(a, b, ka, kb)
  return adjustedRandOf(
    Array.from({ length: ka }, (_, i) => Array.from(table.subarray(i * kb, (i + 1) * kb))),
  )
}
