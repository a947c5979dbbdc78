export interface Contender {
  name: string
  run: () => unknown
}

export interface Timing {
  name: string
  /** milliseconds */
  median: number
  fastest: number
}

/**
 * Times the contenders in turn, `rounds` times over, so that a slow moment of the machine hits them alike. One
 * untimed warm-up each unless `warmUp` is false. Runs may return promises.
 */
export async function compare(
  contenders: readonly Contender[],
  { rounds = 5, warmUp = true }: { rounds?: number; warmUp?: boolean } = {},
): Promise<Timing[]> {
  const times = contenders.map((): number[] => [])
  if (warmUp) for (const { run } of contenders) await run()
  for (let round = 0; round < rounds; round++) {
    for (const [i, { run }] of contenders.entries()) {
      const start = performance.now()
      await run()
      times[i]!.push(performance.now() - start)
    }
  }
  return contenders.map(({ name }, i) => {
    const sorted = times[i]!.sort((a, b) => a - b)
    const middle = sorted.length >> 1
    const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
    return { name, median, fastest: sorted[0]! }
  })
}

/** A markdown table; numbers to the right. */
export function markdownTable(header: readonly string[], rows: readonly (string | number)[][]): string {
  const numeric = header.map((_, c) => rows.every((row) => typeof row[c] === 'number'))
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(numeric.map((right) => (right ? '--:' : '---'))), ...rows.map(line)].join('\n')
}
