/** The same values; an error of the source, not one of whoever reads them, is thrown as `explain` words it. */
export async function* explained<T>(
  source: AsyncIterable<T>,
  explain: (error: unknown) => unknown,
): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  let ended = false
  try {
    for (;;) {
      const step = await iterator.next().catch((error: unknown) => {
        ended = true
        throw explain(error)
      })
      ended = step.done === true
      if (step.done) return
      yield step.value
    }
  } finally {
    if (!ended) await iterator.return?.()
  }
}
