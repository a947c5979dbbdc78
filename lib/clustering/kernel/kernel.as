// AssemblyScript, built by lib/tooling/build-kernel.ts. One chunk of rows per call, so that threads can share the work;
// all memory is laid out by lib/clustering-engine/kernel-rows.ts.
//
// Distances are measured on a single-precision copy of the rows (centred, scaled by a power of two to |x| ≤ 1) with the
// rounding error of every step in the bounds. Where single precision cannot tell the nearest centroid for certain, the
// double values decide. So labels are those of double precision throughout, at the price of single.

const CHUNK: i32 = 4096
/** rows of a chunk from which on it is read as a whole rather than row by row */
const MANY: i32 = 256
/** rows measured together: two vectors of four */
const GROUP: i32 = 8
const TINY: f32 = 1e-36
/** for the few roundings between a finished distance and a stored bound */
const STORED: f32 = 1 - 5e-7
/** relative guard for rounding in double distances */
const SLACK: f64 = 1e-12

@unmanaged
class Context {
  rows: i32
  columns: i32
  /** columns filled up to a multiple of 4 */
  width: i32
  k: i32
  /** k filled up to an even number */
  padded: i32
  /** 1: all rows are measured, as none has bounds yet */
  fresh: i32
  /** 1: sums and counts of all rows are given, not changes */
  recount: i32
  /** 1: the distance to the own centroid is tried first */
  tighten: i32
  /** rows × columns f64 */
  values: u32
  /** rows × width f32 */
  singles: u32
  labels: u32
  gaps: u32
  /** 0 where no row is ever tightened */
  lowers: u32
  /** columns f64 */
  means: u32
  /** k × columns f64 */
  centroids: u32
  /** padded × width f32 */
  singleCentroids: u32
  /** padded f32: −½‖μ‖², lowered by its error */
  starts: u32
  /** k f32 each; see refine.ts */
  skipBelow: u32
  othersDrift: u32
  centreDistance: u32
  /** k f32: error of a distance to the own centroid */
  ownError: u32
  /** per chunk, outStride bytes apart */
  out: u32
  outStride: u32
  /** 16 × 16 bytes: for four bits, the swizzle that moves the set ones' words to the front */
  packs: u32
  scale: f64
  /** of ‖x‖² in an upper and a lower bound of a squared distance; relative in an own distance */
  upperError: f32
  lowerError: f32
}

@inline function firstRow(chunk: i32): i32 {
  return chunk * CHUNK
}

@inline function endRow(ctx: Context, chunk: i32): i32 {
  return min(ctx.rows, (chunk + 1) * CHUNK)
}

/** Per column Σ, least and most of a chunk, columns f64 each, then one f64 that is 0 when all values are finite. */
export function examine(ctx: Context, chunk: i32): void {
  const columns = ctx.columns
  const bytes = columns << 3
  const sums: usize = ctx.out + chunk * ctx.outStride
  const least = sums + bytes
  const most = least + bytes
  for (let c = 0; c < bytes; c += 8) {
    store<f64>(sums + c, 0)
    store<f64>(least + c, Infinity)
    store<f64>(most + c, -Infinity)
  }
  let odd = f64x2.splat(0)
  let p: usize = ctx.values + firstRow(chunk) * bytes
  const end: usize = ctx.values + endRow(ctx, chunk) * bytes
  const pairs = bytes & ~15
  while (p < end) {
    for (let c = 0; c < pairs; c += 16) {
      const x = v128.load(p + c)
      odd = f64x2.add(odd, f64x2.sub(x, x))
      v128.store(sums + c, f64x2.add(v128.load(sums + c), x))
      v128.store(least + c, f64x2.pmin(v128.load(least + c), x))
      v128.store(most + c, f64x2.pmax(v128.load(most + c), x))
    }
    if (pairs < bytes) {
      const x = load<f64>(p + pairs)
      odd = f64x2.add(odd, f64x2.splat(x - x))
      store<f64>(sums + pairs, load<f64>(sums + pairs) + x)
      if (x < load<f64>(least + pairs)) store<f64>(least + pairs, x)
      if (x > load<f64>(most + pairs)) store<f64>(most + pairs, x)
    }
    p += bytes
  }
  store<f64>(most + bytes, f64x2.extract_lane(odd, 0) + f64x2.extract_lane(odd, 1))
}

/** Writes the single-precision rows of a chunk; per column Σ(x − mean)², columns f64. */
export function convert(ctx: Context, chunk: i32): void {
  const columns = ctx.columns
  const width = ctx.width
  const bytes = columns << 3
  const pairs = columns & ~1
  const squares: usize = ctx.out + chunk * ctx.outStride
  const means: usize = ctx.means
  for (let c = 0; c < bytes; c += 8) store<f64>(squares + c, 0)
  const scale = f64x2.splat(ctx.scale)
  let p: usize = ctx.values + firstRow(chunk) * bytes
  let q: usize = ctx.singles + ((firstRow(chunk) * width) << 2)
  const end: usize = ctx.values + endRow(ctx, chunk) * bytes
  while (p < end) {
    for (let c = 0; c < pairs; c += 2) {
      const at = c << 3
      const x = f64x2.sub(v128.load(p + at), v128.load(means + at))
      v128.store(squares + at, f64x2.add(v128.load(squares + at), f64x2.mul(x, x)))
      v128.store64_lane(q + (c << 2), f32x4.demote_f64x2_zero(f64x2.mul(x, scale)), 0)
    }
    if (pairs < columns) {
      const at = pairs << 3
      const x = load<f64>(p + at) - load<f64>(means + at)
      store<f64>(squares + at, load<f64>(squares + at) + x * x)
      store<f32>(q + (pairs << 2), <f32>(x * ctx.scale))
    }
    for (let c = columns; c < width; c++) store<f32>(q + (c << 2), 0)
    p += bytes
    q += width << 2
  }
}

/** Per column Σ(x − centroid of its label)², columns f64. */
export function measure(ctx: Context, chunk: i32): void {
  const bytes = ctx.columns << 3
  const pairs = bytes & ~15
  const squares: usize = ctx.out + chunk * ctx.outStride
  const centroids: usize = ctx.centroids
  for (let c = 0; c < bytes; c += 8) store<f64>(squares + c, 0)
  const end = endRow(ctx, chunk)
  let p: usize = ctx.values + firstRow(chunk) * bytes
  for (let row = firstRow(chunk); row < end; row++) {
    const m = centroids + <i32>load<u8>(ctx.labels + row) * bytes
    for (let c = 0; c < pairs; c += 16) {
      const x = f64x2.sub(v128.load(p + c), v128.load(m + c))
      v128.store(squares + c, f64x2.add(v128.load(squares + c), f64x2.mul(x, x)))
    }
    if (pairs < bytes) {
      const x = load<f64>(p + pairs) - load<f64>(m + pairs)
      store<f64>(squares + pairs, load<f64>(squares + pairs) + x * x)
    }
    p += bytes
  }
}

@inline function addRow(sums: usize, row: usize, bytes: i32): void {
  const pairs = bytes & ~15
  for (let c = 0; c < pairs; c += 16) {
    v128.store(sums + c, f64x2.add(v128.load(sums + c), v128.load(row + c)))
  }
  if (pairs < bytes) store<f64>(sums + pairs, load<f64>(sums + pairs) + load<f64>(row + pairs))
}

@inline function subtractRow(sums: usize, row: usize, bytes: i32): void {
  const pairs = bytes & ~15
  for (let c = 0; c < pairs; c += 16) {
    v128.store(sums + c, f64x2.sub(v128.load(sums + c), v128.load(row + c)))
  }
  if (pairs < bytes) store<f64>(sums + pairs, load<f64>(sums + pairs) - load<f64>(row + pairs))
}

/** Splits 16 numbers (f32) into their bytes: 16 first bytes, 16 second ones and so on, for swizzles by label. */
@inline function splitBytes(numbers: usize, k: i32, planes: usize): void {
  for (let j = 0; j < k; j++) {
    const bits = load<u32>(numbers + (j << 2))
    store<u8>(planes + j, bits)
    store<u8>(planes + j, bits >> 8, 16)
    store<u8>(planes + j, bits >> 16, 32)
    store<u8>(planes + j, bits >> 24, 48)
  }
}

/** Appends the offsets of those of four rows whose gap is not above their limit; returns where the list ends then. */
@inline function packRows(list: usize, offsets: v128, gaps: v128, limits: v128, packs: usize): usize {
  const bits = i32x4.bitmask(v128.not(f32x4.gt(gaps, limits)))
  v128.store(list, v128.swizzle(offsets, v128.load(packs + (bits << 4))))
  return list + (popcnt(bits) << 2)
}

/** Lists the rows of a chunk, as offsets from its first, whose bounds no longer keep them where they are. */
function listRows(ctx: Context, first: i32, end: i32, list: usize, planes: usize): i32 {
  let count = 0
  if (ctx.fresh) {
    for (let row = first; row < end; row++) store<i32>(list + ((row - first) << 2), row - first)
    return end - first
  }
  const labels: usize = ctx.labels
  const gaps: usize = ctx.gaps
  const skipBelow: usize = ctx.skipBelow
  let row = first
  if (ctx.k <= 16) {
    splitBytes(skipBelow, ctx.k, planes)
    const p0 = v128.load(planes)
    const p1 = v128.load(planes, 16)
    const p2 = v128.load(planes, 32)
    const p3 = v128.load(planes, 48)
    const packs: usize = ctx.packs
    const four = i32x4.splat(4)
    let offsets = i32x4(0, 1, 2, 3)
    let at = list
    for (; row + 16 <= end; row += 16) {
      const label = v128.load(labels + row)
      const b0 = v128.swizzle(p0, label)
      const b1 = v128.swizzle(p1, label)
      const b2 = v128.swizzle(p2, label)
      const b3 = v128.swizzle(p3, label)
      const low0 = v128.shuffle<i8>(b0, b1, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
      const low1 = v128.shuffle<i8>(b0, b1, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
      const high0 = v128.shuffle<i8>(b2, b3, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
      const high1 = v128.shuffle<i8>(b2, b3, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
      const p = gaps + (row << 2)
      at = packRows(at, offsets, v128.load(p), v128.shuffle<i16>(low0, high0, 0, 8, 1, 9, 2, 10, 3, 11), packs)
      offsets = i32x4.add(offsets, four)
      at = packRows(at, offsets, v128.load(p, 16), v128.shuffle<i16>(low0, high0, 4, 12, 5, 13, 6, 14, 7, 15), packs)
      offsets = i32x4.add(offsets, four)
      at = packRows(at, offsets, v128.load(p, 32), v128.shuffle<i16>(low1, high1, 0, 8, 1, 9, 2, 10, 3, 11), packs)
      offsets = i32x4.add(offsets, four)
      at = packRows(at, offsets, v128.load(p, 48), v128.shuffle<i16>(low1, high1, 4, 12, 5, 13, 6, 14, 7, 15), packs)
      offsets = i32x4.add(offsets, four)
    }
    count = <i32>(at - list) >> 2
  }
  for (; row < end; row++) {
    const limit = load<f32>(skipBelow + (<usize>load<u8>(labels + row) << 2))
    store<i32>(list + (count << 2), row - first)
    count += i32(!(load<f32>(gaps + (row << 2)) > limit))
  }
  return count
}

/** Reads a word of every listed row: many reads that wait for nothing fetch scattered rows in a fraction of the time. */
function fetchRows(rows: usize, width: i32, list: usize, count: i32): i32 {
  let word = 0
  for (let i = 0; i < count; i++) {
    const p = rows + load<i32>(list + (i << 2)) * width
    for (let c = 0; c < width; c += 64) word ^= load<i32>(p + c)
  }
  return word
}

/** Reads a word of every line of a chunk: in order, memory brings more than it does for scattered rows. */
function fetchChunk(rows: usize, bytes: i32): i32 {
  let word = 0
  for (let c = 0; c < bytes; c += 64) word ^= load<i32>(rows + c)
  return word
}

/** Takes moved rows, as offset << 8 | former label, from their former clusters' sums to their new ones'. */
function moveRows(ctx: Context, first: i32, moved: usize, moves: i32, sums: usize, counts: usize, word: usize): void {
  const bytes = ctx.columns << 3
  const values: usize = ctx.values + first * bytes
  let read = 0
  for (let i = 0; i < moves; i++) {
    const p = values + (load<i32>(moved + (i << 2)) >> 8) * bytes
    for (let c = 0; c < bytes; c += 64) read ^= load<i32>(p + c)
  }
  store<i32>(word, read)
  for (let i = 0; i < moves; i++) {
    const move = load<i32>(moved + (i << 2))
    const offset = move >> 8
    const old = move & 255
    const label = <i32>load<u8>(ctx.labels + first + offset)
    subtractRow(sums + old * bytes, values + offset * bytes, bytes)
    addRow(sums + label * bytes, values + offset * bytes, bytes)
    store<i32>(counts + (old << 2), load<i32>(counts + (old << 2)) - 1)
    store<i32>(counts + (label << 2), load<i32>(counts + (label << 2)) + 1)
  }
}

/** Keeps those in the list that the distance to their own centroid does not settle. */
function tightenRows(ctx: Context, first: i32, list: usize, count: i32): i32 {
  const width = ctx.width << 2
  const relative: f32 = 1 + ctx.lowerError
  let kept = 0
  for (let i = 0; i < count; i++) {
    const offset = load<i32>(list + (i << 2))
    const row = first + offset
    const label = <i32>load<u8>(ctx.labels + row)
    const p: usize = ctx.singles + row * width
    const q: usize = ctx.singleCentroids + label * width
    let sum = f32x4.splat(0)
    for (let c = 0; c < width; c += 16) {
      const x = f32x4.sub(v128.load(p + c), v128.load(q + c))
      sum = f32x4.add(sum, f32x4.mul(x, x))
    }
    sum = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 0, 1))
    const squared = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)
    const upper = sqrt<f32>(squared + TINY) * relative + load<f32>(ctx.ownError + (label << 2))
    const others = load<f32>(ctx.othersDrift + (label << 2))
    const lower = (load<f32>(ctx.lowers + (row << 2)) - others) * STORED
    // every other centroid is at least (distance between the centroids − upper) away
    const bound = max<f32>(lower, (load<f32>(ctx.centreDistance + (label << 2)) - upper) * STORED)
    const skip = load<f32>(ctx.skipBelow + (label << 2))
    // no branch, as it would be guessed wrong half of the time: a row that is kept gets its bounds anew
    store<f32>(ctx.gaps + (row << 2), (bound - upper + skip) * STORED)
    store<f32>(ctx.lowers + (row << 2), (bound + others) * STORED)
    store<i32>(list + (kept << 2), offset)
    kept += i32(!(upper < bound))
  }
  return kept
}

/** Turns four rows of four columns into four columns, 32 bytes apart; returns the squares summed up per row. */
@inline function turn(a: usize, b: usize, c: usize, d: usize, to: usize): v128 {
  const ra = v128.load(a)
  const rb = v128.load(b)
  const rc = v128.load(c)
  const rd = v128.load(d)
  const ab = v128.shuffle<f32>(ra, rb, 0, 4, 1, 5)
  const ba = v128.shuffle<f32>(ra, rb, 2, 6, 3, 7)
  const cd = v128.shuffle<f32>(rc, rd, 0, 4, 1, 5)
  const dc = v128.shuffle<f32>(rc, rd, 2, 6, 3, 7)
  const c0 = v128.shuffle<f64>(ab, cd, 0, 2)
  const c1 = v128.shuffle<f64>(ab, cd, 1, 3)
  const c2 = v128.shuffle<f64>(ba, dc, 0, 2)
  const c3 = v128.shuffle<f64>(ba, dc, 1, 3)
  v128.store(to, c0)
  v128.store(to, c1, 32)
  v128.store(to, c2, 64)
  v128.store(to, c3, 96)
  return f32x4.add(
    f32x4.add(f32x4.mul(c0, c0), f32x4.mul(c1, c1)),
    f32x4.add(f32x4.mul(c2, c2), f32x4.mul(c3, c3)),
  )
}

/** Upper bounds of the distances of four rows, from x·μ − ½‖μ‖² of their nearest centroid. */
@inline function boundUpper(norms: v128, best: v128, error: f32): v128 {
  const squared = f32x4.sub(norms, f32x4.add(best, best))
  const most = f32x4.add(squared, f32x4.add(f32x4.mul(norms, f32x4.splat(error)), f32x4.splat(TINY)))
  return f32x4.mul(f32x4.sqrt(f32x4.pmax(most, f32x4.splat(0))), f32x4.splat(1 + error))
}

@inline function boundLower(norms: v128, second: v128, error: f32): v128 {
  const squared = f32x4.sub(norms, f32x4.add(second, second))
  const least = f32x4.sub(squared, f32x4.add(f32x4.mul(norms, f32x4.splat(error)), f32x4.splat(TINY)))
  return f32x4.mul(f32x4.sqrt(f32x4.pmax(least, f32x4.splat(0))), f32x4.splat(STORED))
}

/** The nearest centroid in double precision, the lower index of two; its bounds go to upper and lower. */
function decide(ctx: Context, row: i32, upper: usize, lower: usize): i32 {
  const bytes = ctx.columns << 3
  const p: usize = ctx.values + row * bytes
  let q: usize = ctx.centroids
  let best: f64 = Infinity
  let second: f64 = Infinity
  let nearest = 0
  for (let j = 0; j < ctx.k; j++) {
    let distance: f64 = 0
    for (let c = 0; c < bytes; c += 8) {
      const difference = load<f64>(p + c) - load<f64>(q + c)
      distance += difference * difference
    }
    if (distance < best) {
      second = best
      best = distance
      nearest = j
    } else if (distance < second) {
      second = distance
    }
    q += bytes
  }
  const error: f64 = 1e-6
  store<f32>(upper, <f32>(sqrt<f64>(best) * ctx.scale * (1 + error)))
  store<f32>(lower, <f32>(sqrt<f64>(second) * ctx.scale * (1 - error)))
  return nearest
}

/**
 * Gives every row of a chunk its nearest centroid (the lower index when two are equally near). Its out: k × columns f64
 * and k i32, the sums and counts of the clusters or their changes; i32 moves; i32 rows tried and settled by tightening.
 */
export function assign(ctx: Context, chunk: i32, scratch: usize): void {
  const first = firstRow(chunk)
  const end = endRow(ctx, chunk)
  const bytes = ctx.columns << 3
  const width = ctx.width << 2
  const padded = ctx.padded
  const k = ctx.k
  const sums: usize = ctx.out + chunk * ctx.outStride
  const counts = sums + k * bytes
  memory.fill(sums, 0, k * bytes + (k << 2) + 12)

  const list = scratch
  const block = scratch + (CHUNK << 2) + (GROUP << 2)
  const found = block + (width << 3)
  const moved = found + 96
  const recount = ctx.recount
  const lowers: usize = ctx.lowers
  let count = listRows(ctx, first, end, list, block)
  const rows: usize = ctx.singles + first * width
  if (count < MANY) store<i32>(found, fetchRows(rows, width, list, count))
  else if (count < CHUNK - MANY) store<i32>(found, fetchChunk(rows, (end - first) * width))
  if (ctx.tighten && !ctx.fresh) {
    const tried = count
    count = tightenRows(ctx, first, list, count)
    store<i32>(counts + (k << 2), tried, 4)
    store<i32>(counts + (k << 2), tried - count, 8)
  }
  if (count) {
    const last = load<i32>(list + ((count - 1) << 2))
    for (let i = 0; i < GROUP; i++) store<i32>(list + ((count + i) << 2), last)
  }

  let moves = 0
  for (let g = 0; g < count; g += GROUP) {
    const at = list + (g << 2)
    const r0 = rows + load<i32>(at) * width
    const r1 = rows + load<i32>(at, 4) * width
    const r2 = rows + load<i32>(at, 8) * width
    const r3 = rows + load<i32>(at, 12) * width
    const r4 = rows + load<i32>(at, 16) * width
    const r5 = rows + load<i32>(at, 20) * width
    const r6 = rows + load<i32>(at, 24) * width
    const r7 = rows + load<i32>(at, 28) * width
    let norms0 = f32x4.splat(0)
    let norms1 = f32x4.splat(0)
    for (let c = 0; c < width; c += 16) {
      norms0 = f32x4.add(norms0, turn(r0 + c, r1 + c, r2 + c, r3 + c, block + (c << 3)))
      norms1 = f32x4.add(norms1, turn(r4 + c, r5 + c, r6 + c, r7 + c, block + (c << 3) + 16))
    }

    let best0 = f32x4.splat(-Infinity)
    let best1 = best0
    let second0 = best0
    let second1 = best0
    let nearest0 = i32x4.splat(0)
    let nearest1 = nearest0
    let index = nearest0
    let start: usize = ctx.starts
    let m: usize = ctx.singleCentroids
    for (let j = 0; j < padded; j += 2) {
      const n = m + width
      let a0 = v128.load32_splat(start)
      let a1 = a0
      let b0 = v128.load32_splat(start, 4)
      let b1 = b0
      let x = block
      let c = 0
      do {
        let s = v128.load32_splat(m + c)
        let t = v128.load32_splat(n + c)
        let x0 = v128.load(x)
        let x1 = v128.load(x, 16)
        a0 = f32x4.add(a0, f32x4.mul(x0, s))
        a1 = f32x4.add(a1, f32x4.mul(x1, s))
        b0 = f32x4.add(b0, f32x4.mul(x0, t))
        b1 = f32x4.add(b1, f32x4.mul(x1, t))
        s = v128.load32_splat(m + c, 4)
        t = v128.load32_splat(n + c, 4)
        x0 = v128.load(x, 32)
        x1 = v128.load(x, 48)
        a0 = f32x4.add(a0, f32x4.mul(x0, s))
        a1 = f32x4.add(a1, f32x4.mul(x1, s))
        b0 = f32x4.add(b0, f32x4.mul(x0, t))
        b1 = f32x4.add(b1, f32x4.mul(x1, t))
        s = v128.load32_splat(m + c, 8)
        t = v128.load32_splat(n + c, 8)
        x0 = v128.load(x, 64)
        x1 = v128.load(x, 80)
        a0 = f32x4.add(a0, f32x4.mul(x0, s))
        a1 = f32x4.add(a1, f32x4.mul(x1, s))
        b0 = f32x4.add(b0, f32x4.mul(x0, t))
        b1 = f32x4.add(b1, f32x4.mul(x1, t))
        s = v128.load32_splat(m + c, 12)
        t = v128.load32_splat(n + c, 12)
        x0 = v128.load(x, 96)
        x1 = v128.load(x, 112)
        a0 = f32x4.add(a0, f32x4.mul(x0, s))
        a1 = f32x4.add(a1, f32x4.mul(x1, s))
        b0 = f32x4.add(b0, f32x4.mul(x0, t))
        b1 = f32x4.add(b1, f32x4.mul(x1, t))
        x += 128
        c += 16
      } while (c < width)
      nearest0 = i32x4.max_s(nearest0, v128.and(f32x4.gt(a0, best0), index))
      nearest1 = i32x4.max_s(nearest1, v128.and(f32x4.gt(a1, best1), index))
      second0 = f32x4.pmax(second0, f32x4.pmin(best0, a0))
      second1 = f32x4.pmax(second1, f32x4.pmin(best1, a1))
      best0 = f32x4.pmax(best0, a0)
      best1 = f32x4.pmax(best1, a1)
      index = i32x4.add(index, i32x4.splat(1))
      nearest0 = i32x4.max_s(nearest0, v128.and(f32x4.gt(b0, best0), index))
      nearest1 = i32x4.max_s(nearest1, v128.and(f32x4.gt(b1, best1), index))
      second0 = f32x4.pmax(second0, f32x4.pmin(best0, b0))
      second1 = f32x4.pmax(second1, f32x4.pmin(best1, b1))
      best0 = f32x4.pmax(best0, b0)
      best1 = f32x4.pmax(best1, b1)
      index = i32x4.add(index, i32x4.splat(1))
      start += 8
      m = n + width
    }
    v128.store(found, nearest0)
    v128.store(found, nearest1, 16)
    v128.store(found, boundUpper(norms0, best0, ctx.upperError), 32)
    v128.store(found, boundUpper(norms1, best1, ctx.upperError), 48)
    v128.store(found, boundLower(norms0, second0, ctx.lowerError), 64)
    v128.store(found, boundLower(norms1, second1, ctx.lowerError), 80)

    const lanes = min(GROUP, count - g)
    for (let lane = 0; lane < lanes; lane++) {
      const row = first + load<i32>(at + (lane << 2))
      const own = found + (lane << 2)
      let label = load<i32>(own)
      if (!(load<f32>(own, 32) < load<f32>(own, 64))) label = decide(ctx, row, own + 32, own + 64)
      const upper = load<f32>(own, 32)
      const lower = load<f32>(own, 64)
      const skip = load<f32>(ctx.skipBelow + (label << 2))
      store<f32>(ctx.gaps + (row << 2), max<f32>(lower - upper, 0) * STORED + skip * STORED)
      if (lowers) store<f32>(lowers + (row << 2), (lower + load<f32>(ctx.othersDrift + (label << 2))) * STORED)
      const old = <i32>load<u8>(ctx.labels + row)
      if (label != old) {
        store<u8>(ctx.labels + row, label)
        store<i32>(moved + (moves << 2), ((row - first) << 8) | old)
        moves++
      }
    }
  }
  store<i32>(counts + (k << 2), moves)
  if (!recount) {
    moveRows(ctx, first, moved, moves, sums, counts, found)
  } else {
    let p: usize = ctx.values + first * bytes
    for (let row = first; row < end; row++) {
      const label = <i32>load<u8>(ctx.labels + row)
      addRow(sums + label * bytes, p, bytes)
      store<i32>(counts + (label << 2), load<i32>(counts + (label << 2)) + 1)
      p += bytes
    }
  }
}

/**
 * Distances in double precision from point i to all points, given as columns of `stride` bytes (a multiple of 64), and
 * their sums per cell: the points of cell j are starts[j] … starts[j + 1] − 1 (i32).
 */
export function sumCells(
  lists: usize,
  stride: i32,
  columns: i32,
  i: i32,
  starts: usize,
  cells: i32,
  distances: usize,
  sums: usize,
): void {
  const end = lists + columns * stride
  for (let at = 0; at < stride; at += 64) {
    let a = f64x2.splat(0)
    let b = a
    let c = a
    let d = a
    for (let list = lists; list < end; list += stride) {
      const own = v128.load64_splat(list + (i << 3))
      const p = list + at
      let x = f64x2.sub(v128.load(p), own)
      a = f64x2.add(a, f64x2.mul(x, x))
      x = f64x2.sub(v128.load(p, 16), own)
      b = f64x2.add(b, f64x2.mul(x, x))
      x = f64x2.sub(v128.load(p, 32), own)
      c = f64x2.add(c, f64x2.mul(x, x))
      x = f64x2.sub(v128.load(p, 48), own)
      d = f64x2.add(d, f64x2.mul(x, x))
    }
    const to = distances + at
    v128.store(to, f64x2.sqrt(a))
    v128.store(to, f64x2.sqrt(b), 16)
    v128.store(to, f64x2.sqrt(c), 32)
    v128.store(to, f64x2.sqrt(d), 48)
  }
  let p = distances
  for (let cell = 0; cell < cells; cell++) {
    const last = distances + (load<i32>(starts + (cell << 2), 4) << 3)
    let sum: f64 = 0
    while (p < last) {
      sum += load<f64>(p)
      p += 8
    }
    store<f64>(sums + (cell << 3), sum)
  }
}
