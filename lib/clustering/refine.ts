import { type Assignment, type LabelledRows, slack, type Totals } from './labelled-rows'

/** What a refinement needs beside its rows: their data (row-major) and starting centroids (k × columns), k ≥ 2. */
export interface RefineInput {
  data: Float64Array | Float32Array
  columns: number
  k: number
  initial: Float64Array
  maxIterations: number
  /** stop when Σ‖shift of centroid‖² is not above this; 0 = until no row changes its cluster */
  shiftTolerance: number
  /** true ends the refinement where it is */
  onIteration?: (
    iteration: number,
    state: { centroids: Float64Array; sizes: Int32Array },
  ) => boolean | undefined
}

/** Labels belong to the rows and are valid until the next refinement. */
export interface Refinement {
  centroids: Float64Array
  sizes: Int32Array
  iterations: number
  converged: boolean
}

/** The sums are kept by differences and counted anew this often, so that rounding cannot pile up … */
const FRESH_SUMS_EVERY = 16
/** … and while more than this share of the rows moves: reading all in order is faster than that many here and there. */
const MANY_MOVES = 0.2

interface State extends Assignment, Totals {
  data: Float64Array | Float32Array
  columns: number
  k: number
}

function createState({ data, columns, k, initial }: RefineInput): State {
  return {
    data,
    columns,
    k,
    centroids: Float64Array.from(initial),
    sizes: new Int32Array(k),
    sums: new Float64Array(k * columns),
    skipBelow: new Float64Array(k),
    othersDrift: new Float64Array(k),
    centreDistance: new Float64Array(k),
  }
}

function squaredDistance(
  a: Float64Array | Float32Array,
  i: number,
  b: Float64Array,
  j: number,
  columns: number,
): number {
  let sum = 0
  for (let c = 0; c < columns; c++) {
    const difference = a[i + c]! - b[j + c]!
    sum += difference * difference
  }
  return sum
}

function measureCentreDistances({ centroids, columns, k, centreDistance }: State): void {
  for (let i = 0; i < k; i++) {
    let nearest = Number.POSITIVE_INFINITY
    for (let j = 0; j < k; j++) {
      if (i === j) continue
      nearest = Math.min(nearest, squaredDistance(centroids, i * columns, centroids, j * columns, columns))
    }
    centreDistance[i] = Math.sqrt(nearest) * (1 - slack)
  }
}

/** The row farthest from its centroid among clusters that can spare one; −1 when all sit on theirs. */
function findFarthestRow({ data, columns, centroids, sizes }: State, { labels }: LabelledRows): number {
  let farthest = -1
  let most = 0
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!
    if (sizes[label]! < 2) continue
    const distance = squaredDistance(data, row * columns, centroids, label * columns, columns)
    if (distance > most) {
      most = distance
      farthest = row
    }
  }
  return farthest
}

function reseedEmptyClusters(state: State, rows: LabelledRows): void {
  const { data, columns, sums, sizes, k } = state
  for (let cluster = 0; cluster < k; cluster++) {
    if (sizes[cluster]! > 0) continue
    const row = findFarthestRow(state, rows)
    if (row < 0) return
    const from = rows.labels[row]!
    for (let c = 0, p = row * columns; c < columns; c++, p++) {
      sums[from * columns + c]! -= data[p]!
      sums[cluster * columns + c]! += data[p]!
    }
    sizes[from]!--
    sizes[cluster]!++
    rows.labels[row] = cluster
    rows.forget(row)
  }
}

/** Moves the centroids to the means and widens the bounds by how far they went; returns Σ‖shift‖². */
function updateCentroids(state: State): number {
  const { columns, k, centroids, sums, sizes, skipBelow, othersDrift } = state
  const shifts = new Float64Array(k)
  let total = 0
  for (let j = 0; j < k; j++) {
    if (sizes[j] === 0) continue
    let squared = 0
    for (let p = j * columns; p < (j + 1) * columns; p++) {
      const mean = sums[p]! / sizes[j]!
      squared += (mean - centroids[p]!) ** 2
      centroids[p] = mean
    }
    shifts[j] = Math.sqrt(squared) * (1 + slack)
    total += squared
  }
  const largest = shifts.indexOf(Math.max(...shifts))
  const runnerUp = Math.max(0, ...shifts.filter((_, j) => j !== largest))
  for (let j = 0; j < k; j++) {
    const others = j === largest ? runnerUp : shifts[largest]!
    othersDrift[j]! += others
    skipBelow[j]! += shifts[j]! + others
  }
  return total
}

/**
 * Lloyd's k-means from given centroids, k ≥ 2, with exact distance bounds (Hamerly 2010): the labels of the rows belong
 * to the returned centroids. An empty cluster starts anew at the row farthest from its centroid; it stays empty
 * (size 0) only when there are fewer distinct rows than k, or when the iteration cap struck at that moment.
 */
export function refine(rows: LabelledRows, input: RefineInput): Refinement {
  const state = createState(input)
  let iterations = 0
  let converged = false
  let settled = false
  let moves = rows.labels.length
  rows.begin()
  while (true) {
    measureCentreDistances(state)
    const recount = iterations % FRESH_SUMS_EVERY === 0 || moves > MANY_MOVES * rows.labels.length
    moves = rows.assign(state, state, recount)
    const complete = !state.sizes.includes(0)
    if (iterations > 0 && (moves === 0 || (settled && complete))) converged = true
    if (converged || iterations >= input.maxIterations) break
    if (!complete) reseedEmptyClusters(state, rows)
    const shift = updateCentroids(state)
    settled = shift <= input.shiftTolerance && input.shiftTolerance > 0
    iterations++
    if (input.onIteration?.(iterations, state)) break
  }
  return { centroids: state.centroids, sizes: state.sizes, iterations, converged }
}
