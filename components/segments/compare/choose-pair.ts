type Run = { id: string; asOf: string }

/**
 * Which two of the finished runs (newest first) to compare: those asked for, else the newest after the one before it; with
 * the order `days` the one of the earlier day comes first.
 */
export function choosePair<R extends Run>(
  runs: readonly R[],
  asked: { a?: string | undefined; b?: string | undefined; order?: string | undefined },
): [a: R, b: R] | null {
  const find = (id: string | undefined) => runs.find((run) => run.id === id)
  const b = find(asked.b) ?? runs.find(({ id }) => id !== asked.a)
  const place = b ? runs.indexOf(b) : -1
  const a = find(asked.a) ?? runs[place + 1] ?? runs.find((run) => run !== b)
  if (!a || !b || runs.length < 2) return null
  return asked.order === 'days' && b.asOf < a.asOf ? [b, a] : [a, b]
}
