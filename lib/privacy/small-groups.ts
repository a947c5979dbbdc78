/**
 * Which groups must not be shown: those of somebody but fewer than `threshold`, and as many of the next smallest as it
 * takes that those hidden together are not fewer either, for their number may follow from a total. `others` are people of
 * the total who are in none of the groups.
 */
export function hideGroups(sizes: readonly number[], threshold: number, others = 0): boolean[] {
  const isSmall = (size: number) => size > 0 && size < threshold
  const hidden = sizes.map(isSmall)
  let together = sizes.reduce((sum, size) => sum + (isSmall(size) ? size : 0), others)
  const larger = sizes
    .map((size, index) => ({ size, index }))
    .filter(({ size }) => size >= threshold)
    .sort((a, b) => a.size - b.size)
  for (const { size, index } of larger) {
    if (!isSmall(together)) break
    hidden[index] = true
    together += size
  }
  return hidden
}
