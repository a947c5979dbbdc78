import { countUsers, type Interactions, transpose } from './interactions'
import { createHeap } from './top-heap'

/** For every row its most similar rows, most similar first, equals by lower index; similarities are above 0. */
export interface Neighbours {
  offsets: Int32Array
  indices: Int32Array
  similarities: Float64Array
}

export interface NeighbourOptions {
  /** neighbours kept per row */
  k: number
  /** s in similarity × n / (n + s), n = common entries: doubts likeness seen few times; default 0 */
  shrinkage?: number
  /** weighs a common entry by the rarity of its column, ln((1 + rows) / (1 + entries)) + 1, as in TF-IDF; default false */
  idf?: boolean
}

/** Inverse document frequency of every column, smoothed as in scikit-learn's TfidfTransformer. */
function measureIdf(rows: number, entries: Int32Array): Float64Array {
  return Float64Array.from(entries, (count) => Math.log((1 + rows) / (1 + count)) + 1)
}

/** Rows scaled to length 1, by column weights where given. */
function normalise(matrix: Interactions, columnWeights: Float64Array | null): Interactions {
  const weights = Float64Array.from(matrix.weights)
  for (let row = 0; row < matrix.users; row++) {
    let squares = 0
    for (let p = matrix.offsets[row]!; p < matrix.offsets[row + 1]!; p++) {
      if (columnWeights) weights[p]! *= columnWeights[matrix.indices[p]!]!
      squares += weights[p]! ** 2
    }
    const length = Math.sqrt(squares)
    for (let p = matrix.offsets[row]!; p < matrix.offsets[row + 1]!; p++) weights[p]! /= length
  }
  return { ...matrix, weights }
}

/**
 * Cosine similarity between the rows of a sparse matrix, Σ r_ui r_vi / (‖r_u‖ ‖r_v‖), row by row over the columns they
 * have in common; each row keeps its k nearest. Time Σ over entries of the length of their column, memory rows × k.
 */
function cosineNeighbours(
  matrix: Interactions,
  { k, shrinkage = 0, idf = false }: NeighbourOptions,
): Neighbours {
  if (!(Number.isInteger(k) && k >= 1))
    throw new RangeError(`k must be a whole number of at least 1, not ${k}`)
  if (!(shrinkage >= 0)) throw new RangeError(`shrinkage must not be negative: ${shrinkage}`)
  const rows = matrix.users
  const unit = normalise(matrix, idf ? measureIdf(rows, countUsers(matrix)) : null)
  const columns = transpose(unit)
  const dots = new Float64Array(rows)
  const common = shrinkage > 0 ? new Int32Array(rows) : null
  const touched = new Int32Array(rows)
  const heap = createHeap(k)
  const offsets = new Int32Array(rows + 1)
  let indices = new Int32Array(Math.max(16, Math.min(rows * k, 1 << 16)))
  let similarities = new Float64Array(indices.length)
  for (let row = 0; row < rows; row++) {
    let seen = 0
    for (let p = unit.offsets[row]!; p < unit.offsets[row + 1]!; p++) {
      const column = unit.indices[p]!
      const own = unit.weights[p]!
      for (let q = columns.offsets[column]!, end = columns.offsets[column + 1]!; q < end; q++) {
        const other = columns.indices[q]!
        if (dots[other] === 0) touched[seen++] = other
        dots[other]! += own * columns.weights[q]!
        if (common) common[other]!++
      }
    }
    heap.clear()
    for (let t = 0; t < seen; t++) {
      const other = touched[t]!
      let similarity = dots[other]!
      dots[other] = 0
      if (common) {
        similarity *= common[other]! / (common[other]! + shrinkage)
        common[other] = 0
      }
      if (other !== row) heap.offer(other, similarity)
    }
    const found = heap.sorted()
    const start = offsets[row]!
    if (start + found.length > indices.length) {
      const room = Math.min(rows * k, Math.max(indices.length * 2, start + found.length))
      const more = new Int32Array(room)
      more.set(indices)
      indices = more
      const wider = new Float64Array(room)
      wider.set(similarities)
      similarities = wider
    }
    for (let i = 0; i < found.length; i++) {
      indices[start + i] = found.index(i)
      similarities[start + i] = found.score(i)
    }
    offsets[row + 1] = start + found.length
  }
  const size = offsets[rows]!
  return { offsets, indices: indices.slice(0, size), similarities: similarities.slice(0, size) }
}

/** Items bought by the same people, by cosine; one row an item. Throws RangeError on k < 1 or a negative shrinkage. */
export function itemNeighbours(interactions: Interactions, options: NeighbourOptions): Neighbours {
  return cosineNeighbours(transpose(interactions), options)
}

/** People who buy the same items, by cosine; one row a user. Throws RangeError on k < 1 or a negative shrinkage. */
export function userNeighbours(interactions: Interactions, options: NeighbourOptions): Neighbours {
  return cosineNeighbours(interactions, options)
}
