export interface TopList {
  length: number
  index: (rank: number) => number
  score: (rank: number) => number
}

export interface TopHeap {
  clear: () => void
  /** Keeps it when it is among the best so far. */
  offer: (index: number, score: number) => void
  /** What was kept, best first, equals by lower index; valid until the next clear. */
  sorted: () => TopList
}

/** Keeps the k entries with the highest scores (equals: the lowest indices) of any number offered, without allocating. */
export function createHeap(k: number): TopHeap {
  const indices = new Int32Array(k)
  const scores = new Float64Array(k)
  let size = 0
  const worse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && indices[a]! > indices[b]!)
  const swap = (a: number, b: number) => {
    const index = indices[a]!
    const score = scores[a]!
    indices[a] = indices[b]!
    scores[a] = scores[b]!
    indices[b] = index
    scores[b] = score
  }
  const sink = (from: number, length: number) => {
    for (let at = from; ; ) {
      const left = 2 * at + 1
      if (left >= length) return
      const child = left + 1 < length && worse(left + 1, left) ? left + 1 : left
      if (!worse(child, at)) return
      swap(child, at)
      at = child
    }
  }
  return {
    clear() {
      size = 0
    },
    offer(index, score) {
      if (size < k) {
        let at = size++
        indices[at] = index
        scores[at] = score
        while (at > 0) {
          const parent = (at - 1) >> 1
          if (!worse(at, parent)) break
          swap(at, parent)
          at = parent
        }
        return
      }
      if (score < scores[0]! || (score === scores[0] && index > indices[0]!)) return
      indices[0] = index
      scores[0] = score
      sink(0, size)
    },
    sorted() {
      for (let length = size; length > 1; ) {
        length--
        swap(0, length)
        sink(0, length)
      }
      return { length: size, index: (rank) => indices[rank]!, score: (rank) => scores[rank]! }
    },
  }
}
