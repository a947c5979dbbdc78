/**
 * Lets at most `limit` tasks of each owner be at work at once; the rest wait, first come, first served. A task must not
 * wait for another one of its owner's.
 */
export function createTurns<Owner extends object>(limit: number) {
  const owners = new WeakMap<Owner, { busy: number; waiting: (() => void)[] }>()
  return async <T>(owner: Owner, task: () => Promise<T>): Promise<T> => {
    const state = owners.get(owner) ?? { busy: 0, waiting: [] }
    owners.set(owner, state)
    if (state.busy < limit) state.busy++
    else await new Promise<void>((resolve) => state.waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = state.waiting.shift()
      if (next) next()
      else state.busy--
    }
  }
}
