const wordBytes = 4

/**
 * Keyed digests in order, each once, from `width` bytes (a multiple of four) apiece. They are evenly spread: a counting
 * sort by about as many leading bits as tell them apart leaves next to nothing to put in order. Copes with any, but slowly.
 */
export function sortDigests(digests: Buffer, width: number): Buffer {
  const each = width / wordBytes
  const count = Math.floor(digests.length / width)
  const words = new Uint32Array(count * each)
  const bytes = Buffer.from(words.buffer)
  bytes.set(digests.subarray(0, count * width))
  // Words of four bytes compare like their bytes once the first counts most (machines are little-endian).
  bytes.swap32()
  const spread = spreadByPlace(words, each)
  insertInOrder(spread, each)
  const kept = dropRepeats(spread, each)
  return Buffer.from(spread.buffer, 0, kept * width).swap32()
}

function spreadByPlace(words: Uint32Array, each: number): Uint32Array<ArrayBuffer> {
  const bits = Math.min(24, Math.max(1, Math.ceil(Math.log2(words.length / each + 1))))
  const shift = 32 - bits
  const next = new Uint32Array(2 ** bits + 1)
  for (let i = 0; i < words.length; i += each) next[(words[i]! >>> shift) + 1]!++
  for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!
  const spread = new Uint32Array(words.length)
  for (let i = 0; i < words.length; i += each) {
    const to = next[words[i]! >>> shift]!++ * each
    for (let word = 0; word < each; word++) spread[to + word] = words[i + word]!
  }
  return spread
}

/** Difference of the first words at `a` and `b` that differ. */
function compareAt(words: Uint32Array, each: number, a: number, b: number): number {
  for (let word = 0; word < each; word++) {
    const difference = words[a + word]! - words[b + word]!
    if (difference !== 0) return difference
  }
  return 0
}

/** Insertion sort, in place: quick where everything is near its place. */
function insertInOrder(words: Uint32Array, each: number): void {
  for (let i = each; i < words.length; i += each) {
    let to = i
    while (to > 0 && compareAt(words, each, to - each, i) > 0) to -= each
    if (to === i) continue
    const moving = words.slice(i, i + each)
    words.copyWithin(to + each, to, i)
    words.set(moving, to)
  }
}

/** Moves different digests to the front; returns how many they are. */
function dropRepeats(words: Uint32Array, each: number): number {
  let kept = 0
  for (let i = 0; i < words.length; i += each) {
    if (kept > 0 && compareAt(words, each, kept - each, i) === 0) continue
    for (let word = 0; word < each; word++) words[kept + word] = words[i + word]!
    kept += each
  }
  return kept / each
}
