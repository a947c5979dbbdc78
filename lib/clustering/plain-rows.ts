import { type Assignment, chunkRows, type LabelledRows, slack, type Totals } from './labelled-rows'

/**
 * Bounds per row are stored against the drift at the time of storing, so that a skipped row costs one read:
 * gap = (lower − upper) + skipBelow[label] then; the row keeps its cluster while gap > skipBelow[label] now.
 */
interface Rows {
  data: Float64Array
  rows: number
  columns: number
  labels: Int32Array
  gaps: Float64Array
  lowers: Float64Array
}

/** Σ over the rows of each chunk, column by column; chunks and then columns are added in their order. */
function sumSquares({ data, rows, columns }: Rows, centres: Float64Array, labels: Int32Array | null): number {
  let total = 0
  const squares = new Float64Array(columns)
  for (let first = 0; first < rows; first += chunkRows) {
    squares.fill(0)
    const end = Math.min(rows, first + chunkRows)
    for (let row = first, p = first * columns; row < end; row++) {
      for (let c = 0, q = labels ? labels[row]! * columns : 0; c < columns; c++, p++, q++) {
        const difference = data[p]! - centres[q]!
        squares[c]! += difference * difference
      }
    }
    for (const square of squares) total += square
  }
  return total
}

function sumColumns({ data, rows, columns }: Rows): Float64Array {
  const totals = new Float64Array(columns)
  const sums = new Float64Array(columns)
  for (let first = 0; first < rows; first += chunkRows) {
    sums.fill(0)
    const end = Math.min(rows, first + chunkRows) * columns
    for (let p = first * columns; p < end; ) for (let c = 0; c < columns; c++, p++) sums[c]! += data[p]!
    for (let c = 0; c < columns; c++) totals[c]! += sums[c]!
  }
  return totals
}

function moveRow({ data, columns }: Rows, { sums, sizes }: Totals, row: number, from: number, to: number) {
  for (let c = 0, p = row * columns; c < columns; c++, p++) {
    sums[from * columns + c]! -= data[p]!
    sums[to * columns + c]! += data[p]!
  }
  sizes[from]!--
  sizes[to]!++
}

/** Assigns the rows from `first` to before `end`; their moves change the totals. */
function assignChunk(
  rows: Rows,
  { centroids, skipBelow, othersDrift, centreDistance }: Assignment,
  totals: Totals,
  first: number,
  end: number,
): number {
  const { data, columns, labels, gaps, lowers } = rows
  const k = totals.sizes.length
  let moves = 0
  for (let row = first; row < end; row++) {
    const label = labels[row]!
    if (gaps[row]! > skipBelow[label]!) continue
    const offset = row * columns
    let own = 0
    for (let c = 0, p = label * columns; c < columns; c++, p++) {
      const difference = data[offset + c]! - centroids[p]!
      own += difference * difference
    }
    const upper = Math.sqrt(own) * (1 + slack)
    // every other centroid is at least (distance between the centroids − upper) away
    const bound = Math.max(lowers[row]! - othersDrift[label]!, centreDistance[label]! - upper)
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
    const away = Math.sqrt(second) * (1 - slack)
    gaps[row] = away - Math.sqrt(best) * (1 + slack) + skipBelow[nearest]!
    lowers[row] = away + othersDrift[nearest]!
    if (nearest === label) continue
    labels[row] = nearest
    moveRow(rows, totals, row, label, nearest)
    moves++
  }
  return moves
}

function countChunk({ data, columns, labels }: Rows, { sums, sizes }: Totals, first: number, end: number) {
  for (let row = first, p = first * columns; row < end; row++) {
    const label = labels[row]!
    sizes[label]!++
    for (let c = 0, q = label * columns; c < columns; c++, p++, q++) sums[q]! += data[p]!
  }
}

function assignRows(rows: Rows, assignment: Assignment, totals: Totals, recount: boolean): number {
  const chunk = { sums: new Float64Array(totals.sums.length), sizes: new Int32Array(totals.sizes.length) }
  if (recount) {
    totals.sums.fill(0)
    totals.sizes.fill(0)
  }
  let moves = 0
  for (let first = 0; first < rows.rows; first += chunkRows) {
    const end = Math.min(rows.rows, first + chunkRows)
    chunk.sums.fill(0)
    chunk.sizes.fill(0)
    moves += assignChunk(rows, assignment, chunk, first, end)
    if (recount) {
      chunk.sums.fill(0)
      chunk.sizes.fill(0)
      countChunk(rows, chunk, first, end)
    }
    for (let p = 0; p < chunk.sums.length; p++) totals.sums[p]! += chunk.sums[p]!
    for (let j = 0; j < chunk.sizes.length; j++) totals.sizes[j]! += chunk.sizes[j]!
  }
  return moves
}

/** Rows with exact distance bounds (Hamerly 2010) in plain typed arrays. */
export function openPlainRows(
  source: Float64Array | Float32Array,
  count: number,
  columns: number,
): LabelledRows {
  const rows: Rows = {
    data: source instanceof Float64Array ? source : Float64Array.from(source),
    rows: count,
    columns,
    labels: new Int32Array(count),
    gaps: new Float64Array(count),
    lowers: new Float64Array(count),
  }
  const mean = sumColumns(rows).map((sum) => sum / count)
  return {
    finite: rows.data.every(Number.isFinite),
    mean,
    totalSquares: sumSquares(rows, mean, null),
    labels: rows.labels,
    begin: () => {
      rows.labels.fill(0)
      rows.gaps.fill(Number.NEGATIVE_INFINITY)
      rows.lowers.fill(Number.NEGATIVE_INFINITY)
    },
    assign: (assignment, totals, recount) => assignRows(rows, assignment, totals, recount),
    forget: (row) => {
      rows.gaps[row] = Number.NEGATIVE_INFINITY
      rows.lowers[row] = Number.NEGATIVE_INFINITY
    },
    measure: (centroids) => sumSquares(rows, centroids, rows.labels),
    close: () => {},
  }
}
