import { type Assignment, chunkRows, type LabelledRows, type Totals } from '@/lib/clustering/labelled-rows'
import { ensureMemory, type Kernel } from './kernel'
import { countThreads } from './threads'

/** Labels are bytes. */
const mostClusters = 255
/** from here on a second thread gains more than it costs */
const threadedRows = 50_000
/** beyond these, squares leave the range of a double */
const [least, most] = [1e-140, 1e140]
/** unit roundoff of single precision */
const unit = 2 ** -24
/** with fewer clusters, measuring a row anew costs no more than trying to spare it */
const tightenedClusters = 17
/** tightening is left out for some passes when it settles fewer rows than this share */
const worthTightening = 0.3

const align = (bytes: number) => Math.ceil(bytes / 64) * 64

/** Where things lie in the kernel's memory; the context's words are in the order of kernel.as. */
interface Layout {
  context: number
  values: number
  singles: number
  labels: number
  gaps: number
  lowers: number
  means: number
  centroids: number
  singleCentroids: number
  starts: number
  skipBelow: number
  othersDrift: number
  centreDistance: number
  ownError: number
  out: number
  outStride: number
  packs: number
  scratch: number
  scratchBytes: number
  end: number
}

interface Shape {
  rows: number
  columns: number
  width: number
  k: number
  padded: number
  chunks: number
}

function layOut(top: number, { rows, columns, width, k, padded, chunks }: Shape): Layout {
  let end = align(top)
  const take = (bytes: number) => {
    const start = end
    end += align(bytes)
    return start
  }
  const outStride = align(Math.max((3 * columns + 1) * 8, k * columns * 8 + k * 4 + 12))
  const scratchBytes = align(2 * chunkRows * 4 + 32 + width * 32 + 96)
  const layout = {
    context: take(160),
    values: take(rows * columns * 8),
    singles: take(rows * width * 4),
    labels: take(rows),
    gaps: take(rows * 4),
    lowers: k < tightenedClusters ? 0 : take(rows * 4),
    means: take(columns * 8),
    centroids: take(k * columns * 8),
    singleCentroids: take(padded * width * 4),
    starts: take(padded * 4),
    skipBelow: take(k * 4),
    othersDrift: take(k * 4),
    centreDistance: take(k * 4),
    ownError: take(k * 4),
    out: take(chunks * outStride),
    packs: take(256),
    scratch: take(scratchBytes * countThreads()),
  }
  return { ...layout, outStride, scratchBytes, end }
}

/** Word of a flag in the context. */
const flag = { fresh: 5, recount: 6, tighten: 7 }

/** For every four bits the bytes of the words whose bit is set, in order. */
function writePacks(packs: Uint8Array): void {
  for (let bits = 0; bits < 16; bits++) {
    const words = [0, 1, 2, 3].filter((word) => bits & (1 << word))
    packs.set(
      words.flatMap((word) => [0, 1, 2, 3].map((byte) => 4 * word + byte)),
      16 * bits,
    )
  }
}

function writeContext(memory: ArrayBufferLike, shape: Shape, layout: Layout): Int32Array {
  const { rows, columns, width, k, padded } = shape
  const { context, values, singles, labels, gaps, lowers, means, centroids, singleCentroids, starts } = layout
  const { skipBelow, othersDrift, centreDistance, ownError, out, outStride, packs } = layout
  const header = new Int32Array(memory, context, 24)
  header.set([rows, columns, width, k, padded, 0, 0, 0, values, singles, labels, gaps, lowers, means])
  header.set([centroids, singleCentroids, starts, skipBelow, othersDrift, centreDistance, ownError], 14)
  header.set([out, outStride, packs], 21)
  writePacks(new Uint8Array(memory, packs, 256))
  return header
}

/** The power of two that brings every |value − mean| into 0 … 1. */
function chooseScale(extent: number): number {
  return extent > 0 ? 2 ** -Math.ceil(Math.log2(extent)) : 1
}

/**
 * Rows in the kernel's memory. Null when the kernel cannot hold them or their squares: use plain rows then. The source
 * of the error bounds is in kernel.as.
 */
export function openKernelRows(
  kernel: Kernel,
  data: Float64Array | Float32Array,
  rows: number,
  columns: number,
  k: number,
): LabelledRows | null {
  if (k > mostClusters) return null
  const width = Math.ceil(columns / 4) * 4
  const chunks = Math.ceil(rows / chunkRows)
  const shape = { rows, columns, width, k, padded: k + (k % 2), chunks }
  const layout = layOut(kernel.top, shape)
  if (!ensureMemory(kernel, layout.end - kernel.top)) return null

  const memory = kernel.memory.buffer
  const threaded = rows >= threadedRows
  const doubles = (at: number, length: number) => new Float64Array(memory, at, length)
  const singles = (at: number, length: number) => new Float32Array(memory, at, length)
  const { context, outStride } = layout
  const header = writeContext(memory, shape, layout)
  const scales = doubles(context + 96, 1)
  const errors = singles(context + 104, 2)
  const labels = new Uint8Array(memory, layout.labels, rows)
  const bounds = [layout.gaps, layout.lowers].flatMap((at) => (at ? singles(at, rows) : []))
  const means = doubles(layout.means, columns)
  const out = doubles(layout.out, (chunks * outStride) / 8)
  const counts = new Int32Array(memory, layout.out, (chunks * outStride) / 4)
  const centroids = doubles(layout.centroids, k * columns)
  const singleCentroids = singles(layout.singleCentroids, shape.padded * width)
  const starts = singles(layout.starts, shape.padded)
  const tables = {
    skipBelow: singles(layout.skipBelow, k),
    othersDrift: singles(layout.othersDrift, k),
    centreDistance: singles(layout.centreDistance, k),
    ownError: singles(layout.ownError, k),
  }
  const run = (phase: Parameters<Kernel['run']>[0]) => {
    kernel.setScratch(layout.scratch, layout.scratchBytes)
    kernel.run(phase, chunks, context, threaded)
  }
  /** Σ over the chunks of their columns */
  const addColumns = () => {
    let total = 0
    for (let chunk = 0; chunk < chunks; chunk++) {
      for (let c = 0; c < columns; c++) total += out[(chunk * outStride) / 8 + c]!
    }
    return total
  }

  doubles(layout.values, rows * columns).set(data)
  run('examine')
  let finite = true
  let extent = 0
  const mean = new Float64Array(columns)
  for (let chunk = 0; chunk < chunks; chunk++) {
    const at = (chunk * outStride) / 8
    for (let c = 0; c < columns; c++) mean[c]! += out[at + c]!
    finite &&= out[at + 3 * columns] === 0
  }
  for (let c = 0; c < columns; c++) mean[c]! /= rows
  for (let chunk = 0; chunk < chunks; chunk++) {
    const at = (chunk * outStride) / 8
    for (let c = 0; c < columns; c++) {
      extent = Math.max(extent, mean[c]! - out[at + columns + c]!, out[at + 2 * columns + c]! - mean[c]!)
    }
  }
  if (!finite || (extent > 0 && !(extent > least && extent < most))) return null
  means.set(mean)
  const scale = chooseScale(extent)
  const error = 2 * (width + 8) * unit
  scales[0] = scale
  errors[0] = 6 * error
  errors[1] = 2 * error
  run('convert')
  const totalSquares = addColumns()

  function writeAssignment(given: Assignment): void {
    centroids.set(given.centroids)
    singleCentroids.fill(0)
    starts.fill(Number.NEGATIVE_INFINITY)
    for (let j = 0; j < k; j++) {
      let norm = 0
      for (let c = 0; c < columns; c++) {
        const value = (given.centroids[j * columns + c]! - mean[c]!) * scale
        singleCentroids[j * width + c] = value
        norm += value * value
      }
      starts[j] = (-norm / 2) * (1 - error)
      tables.skipBelow[j] = given.skipBelow[j]! * scale * (1 + unit)
      tables.othersDrift[j] = given.othersDrift[j]! * scale * (1 + unit)
      tables.centreDistance[j] = given.centreDistance[j]! * scale * (1 - unit)
      tables.ownError[j] = 4 * unit * Math.sqrt(norm)
    }
  }

  let rest = 0
  function collect({ sums, sizes }: Totals): number {
    let moves = 0
    let tried = 0
    let settled = 0
    for (let chunk = 0; chunk < chunks; chunk++) {
      const at = (chunk * outStride) / 8
      const last = (chunk * outStride) / 4 + 2 * k * columns
      for (let p = 0; p < sums.length; p++) sums[p]! += out[at + p]!
      for (let j = 0; j < k; j++) sizes[j]! += counts[last + j]!
      moves += counts[last + k]!
      tried += counts[last + k + 1]!
      settled += counts[last + k + 2]!
    }
    rest = header[flag.tighten] && settled < worthTightening * tried ? 3 : rest - 1
    return moves
  }

  const opened = kernel.top
  kernel.top = layout.end
  return {
    finite,
    mean,
    totalSquares,
    labels,
    begin() {
      labels.fill(0)
      header[flag.fresh] = 1
      rest = 3
    },
    assign(assignment, totals, recount) {
      writeAssignment(assignment)
      header[flag.recount] = recount ? 1 : 0
      header[flag.tighten] = k >= tightenedClusters && rest <= 0 ? 1 : 0
      if (recount) {
        totals.sums.fill(0)
        totals.sizes.fill(0)
      }
      run('assign')
      header[flag.fresh] = 0
      return collect(totals)
    },
    forget(row) {
      for (const bound of bounds) bound[row] = Number.NEGATIVE_INFINITY
    },
    measure(given) {
      centroids.set(given)
      run('measure')
      return addColumns()
    },
    close() {
      kernel.top = opened
    },
  }
}
