const fewestLines = 5
const delimiter = /[,;\t|"]/

/** A line of a table whose columns are set apart by blanks, as its cells. */
export const splitAligned = (line: string): string[] => line.trim().split(/ +/)

/**
 * Whether lines are a table whose columns are set apart by blanks: no other delimiter anywhere, and the same number of
 * words in each. Running text does not keep that up.
 */
export function isAligned(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  if (written.length < fewestLines || written.some((line) => delimiter.test(line))) return false
  const widths = new Set(written.map((line) => splitAligned(line).length))
  return widths.size === 1 && !widths.has(1)
}
