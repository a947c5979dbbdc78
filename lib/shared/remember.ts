/**
 * Remembers the latest `limit` answers by key, for questions whose answer follows from the key alone (a list of
 * immutable files, say). Those who ask while an answer is being found share it; a failure is not remembered.
 */
export function createMemory<T>(limit: number) {
  const known = new Map<string, Promise<T>>()
  return (key: string, find: () => Promise<T>): Promise<T> => {
    const answer = known.get(key) ?? find()
    known.delete(key)
    known.set(key, answer)
    answer.catch(() => known.delete(key))
    const oldest = known.keys().next().value
    if (known.size > limit && oldest !== undefined) known.delete(oldest)
    return answer
  }
}
