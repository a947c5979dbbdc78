/** What a refinement needs: row-major data (rows × columns) and starting centroids (k × columns), k ≥ 2. */
export interface RefineInput {
  data: Float64Array
  rows: number
  columns: number
  k: number
  initial: Float64Array
  maxIterations: number
  /** stop when Σ‖shift of centroid‖² is not above this; 0 = until no row changes its cluster */
  shiftTolerance: number
  onIteration?: (iteration: number, state: { centroids: Float64Array; sizes: Int32Array }) => void
}

export interface Refinement {
  labels: Int32Array
  centroids: Float64Array
  sizes: Int32Array
  iterations: number
  converged: boolean
}

/** Relative guard for rounding in the distance bounds. */
const SLACK = 1e-12
/** The sums are kept by differences and counted anew this often, so that rounding cannot pile up. */
const FRESH_SUMS_EVERY = 16

/**
 * Bounds per row are stored against the drift at the time of storing, so that a skipped row costs one read:
 * gap = (lower − upper) + skipBelow[label] then; the row keeps its cluster while gap > skipBelow[label] now.
 */
interface State extends Refinement {
  data: Float64Array
  rows: number
  columns: number
  k: number
  sums: Float64Array
  gaps: Float64Array
  lowers: Float64Array
  skipBelow: Float64Array
  othersDrift: Float64Array
  halfNearest: Float64Array
}

function createState({ data, rows, columns, k, initial }: RefineInput): State {
  return {
    data,
    rows,
    columns,
    k,
    labels: new Int32Array(rows),
    centroids: Float64Array.from(initial),
    sizes: new Int32Array(k),
    iterations: 0,
    converged: false,
    sums: new Float64Array(k * columns),
    gaps: new Float64Array(rows).fill(Number.NEGATIVE_INFINITY),
    lowers: new Float64Array(rows).fill(Number.NEGATIVE_INFINITY),
    skipBelow: new Float64Array(k),
    othersDrift: new Float64Array(k),
    halfNearest: new Float64Array(k),
  }
}

function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, columns: number): number {
  let sum = 0
  for (let c = 0; c < columns; c++) {
    const difference = a[i + c]! - b[j + c]!
    sum += difference * difference
  }
  return sum
}

function measureHalfNearest({ centroids, columns, k, halfNearest }: State): void {
  for (let i = 0; i < k; i++) {
    let nearest = Number.POSITIVE_INFINITY
    for (let j = 0; j < k; j++) {
      if (i === j) continue
      nearest = Math.min(nearest, squaredDistance(centroids, i * columns, centroids, j * columns, columns))
    }
    halfNearest[i] = (Math.sqrt(nearest) / 2) * (1 - SLACK)
  }
}

function moveRow({ data, columns, sums, sizes }: State, row: number, from: number, to: number): void {
  const offset = row * columns
  for (let c = 0; c < columns; c++) {
    const value = data[offset + c]!
    sums[from * columns + c]! -= value
    sums[to * columns + c]! += value
  }
  sizes[from]!--
  sizes[to]!++
}

/** Gives every row its nearest centroid (the lower index when two are equally near); returns the moves. */
function assignRows(state: State): number {
  const { data, rows, columns, k, centroids, labels, gaps, lowers, skipBelow, othersDrift, halfNearest } =
    state
  let moves = 0
  for (let row = 0; row < rows; row++) {
    const label = labels[row]!
    if (gaps[row]! > skipBelow[label]!) continue
    const offset = row * columns
    let own = 0
    for (let c = 0, p = label * columns; c < columns; c++, p++) {
      const difference = data[offset + c]! - centroids[p]!
      own += difference * difference
    }
    const upper = Math.sqrt(own) * (1 + SLACK)
    const lower = lowers[row]! - othersDrift[label]!
    // every other centroid is at least (distance between the centroids − upper) away
    const bound = Math.max(lower, 2 * halfNearest[label]! - upper)
    if (upper < bound) {
      gaps[row] = bound - upper + skipBelow[label]!
      lowers[row] = bound + othersDrift[label]!
      continue
    }
    let best = Number.POSITIVE_INFINITY
    let second = Number.POSITIVE_INFINITY
    let nearest = label
    for (let j = 0, p = 0; j < k; j++) {
      let distance = 0
      for (let c = offset; c < offset + columns; c++, p++) {
        const difference = data[c]! - centroids[p]!
        distance += difference * difference
      }
      if (distance < best) {
        second = best
        best = distance
        nearest = j
      } else if (distance < second) {
        second = distance
      }
    }
    const away = Math.sqrt(second) * (1 - SLACK)
    gaps[row] = away - Math.sqrt(best) * (1 + SLACK) + skipBelow[nearest]!
    lowers[row] = away + othersDrift[nearest]!
    if (nearest !== label) {
      labels[row] = nearest
      moveRow(state, row, label, nearest)
      moves++
    }
  }
  return moves
}

function recountSums({ data, rows, columns, labels, sums, sizes }: State): void {
  sums.fill(0)
  sizes.fill(0)
  for (let row = 0, offset = 0; row < rows; row++) {
    const label = labels[row]!
    sizes[label]!++
    for (let c = 0, p = label * columns; c < columns; c++, p++, offset++) sums[p]! += data[offset]!
  }
}

/** The row farthest from its centroid among clusters that can spare one; −1 when all sit on theirs. */
function findFarthestRow({ data, rows, columns, labels, centroids, sizes }: State): number {
  let farthest = -1
  let most = 0
  for (let row = 0; row < rows; row++) {
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

function reseedEmptyClusters(state: State): void {
  for (let cluster = 0; cluster < state.k; cluster++) {
    if (state.sizes[cluster]! > 0) continue
    const row = findFarthestRow(state)
    if (row < 0) return
    moveRow(state, row, state.labels[row]!, cluster)
    state.labels[row] = cluster
    state.gaps[row] = Number.NEGATIVE_INFINITY
    state.lowers[row] = Number.NEGATIVE_INFINITY
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
    shifts[j] = Math.sqrt(squared) * (1 + SLACK)
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
 * Lloyd's k-means from given centroids, k ≥ 2, with exact distance bounds (Hamerly 2010). Labels belong to the
 * returned centroids. An empty cluster starts anew at the row farthest from its centroid; it stays empty
 * (size 0) only when there are fewer distinct rows than k, or when the iteration cap struck at that moment.
 */
export function refine(input: RefineInput): Refinement {
  const state = createState(input)
  let settled = false
  while (true) {
    measureHalfNearest(state)
    const moves = assignRows(state)
    if (state.iterations % FRESH_SUMS_EVERY === 0) recountSums(state)
    const complete = !state.sizes.includes(0)
    if (state.iterations > 0 && (moves === 0 || (settled && complete))) state.converged = true
    if (state.converged || state.iterations >= input.maxIterations) break
    if (!complete) reseedEmptyClusters(state)
    const shift = updateCentroids(state)
    settled = shift <= input.shiftTolerance && input.shiftTolerance > 0
    state.iterations++
    input.onIteration?.(state.iterations, state)
  }
  const { labels, centroids, sizes, iterations, converged } = state
  return { labels, centroids, sizes, iterations, converged }
}
