type Entry<T> = { finding: Promise<T> } | { found: T }

/**
 * Remembers the latest `limit` answers by key, for questions whose answer follows from the key alone (a list of
 * immutable files, say). Those who ask while an answer is being found share it; a failure is not remembered.
 */
export function createMemory<T>(limit: number) {
  const known = new Map<string, Entry<T>>()
  /** Keeps the answer without its promise: Node ties to a promise the whole request in which it was made. */
  async function settle(key: string, entry: { finding: Promise<T> }): Promise<void> {
    const settled = await entry.finding.then(
      (found) => ({ found }),
      () => null,
    )
    if (known.get(key) !== entry) return
    if (settled) known.set(key, settled)
    else known.delete(key)
  }
  return (key: string, find: () => Promise<T>): Promise<T> => {
    const before = known.get(key)
    const entry = before ?? { finding: find() }
    known.delete(key)
    known.set(key, entry)
    const oldest = known.keys().next().value
    if (known.size > limit && oldest !== undefined) known.delete(oldest)
    if ('found' in entry) return Promise.resolve(entry.found)
    if (!before) void settle(key, entry)
    return entry.finding
  }
}
