type Run = { id: string }

/** Which two of the finished runs (newest first) to compare: those asked for, else the newest after the one before it. */
export function choosePair<R extends Run>(
  runs: readonly R[],
  asked: { a?: string | undefined; b?: string | undefined },
): [a: R, b: R] | null {
  const find = (id: string | undefined) => runs.find((run) => run.id === id)
  const b = find(asked.b) ?? runs.find(({ id }) => id !== asked.a)
  const place = b ? runs.indexOf(b) : -1
  const a = find(asked.a) ?? runs[place + 1] ?? runs.find((run) => run !== b)
  return a && b && runs.length > 1 ? [a, b] : null
}
