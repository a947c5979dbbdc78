const parts = (path: string) =>
  path
    .split('>')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * What to call categories that are written as paths ('Home > Lighting > Lamps'): each by the shortest end of its path that
 * no other one shares, 'Lamps', or 'Lighting > Lamps' where there are other lamps.
 */
export function labelPaths(paths: readonly string[]): Map<string, string> {
  const distinct = [...new Set(paths)]
  const endOf = (path: string, length: number) => parts(path).slice(-length).join(' > ')
  const uses = new Map<string, number>()
  for (const path of distinct) {
    for (let length = 1; length <= parts(path).length; length++) {
      const end = endOf(path, length)
      uses.set(end, (uses.get(end) ?? 0) + 1)
    }
  }
  return new Map(
    distinct.map((path) => {
      const ends = parts(path).map((_, i) => endOf(path, i + 1))
      return [path, ends.find((end) => uses.get(end) === 1) ?? path]
    }),
  )
}
