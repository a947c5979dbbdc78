/** A source of uniform numbers in [0, 1). */
export type RandomSource = () => number

function splitMix32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/**
 * Seeded generator of uniform numbers in [0, 1) with 32 bits of resolution. Not for secrets.
 * Any finite seed is accepted; seeds that differ only after the 32-bit integer part are equal.
 * Source: sfc32 of PractRand (Chris Doty-Humphrey), state filled by SplitMix32.
 */
export function createRandom(seed: number): RandomSource {
  const next = splitMix32(Number.isFinite(seed) ? seed : 0)
  let a = next()
  let b = next()
  let c = next()
  let counter = 1
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) draw()
  return draw
}

/** The indices 0 … n−1 in random order (Fisher–Yates). */
export function shuffleIndices(n: number, random: RandomSource): Int32Array {
  const indices = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swap = indices[i]!
    indices[i] = indices[j]!
    indices[j] = swap
  }
  return indices
}

/**
 * `size` distinct indices out of 0 … n−1, ascending; all of them when size ≥ n.
 * Every subset is equally likely (Knuth, selection sampling, algorithm S).
 */
export function sampleIndices(n: number, size: number, random: RandomSource): Int32Array {
  const wanted = Math.max(0, Math.min(n, Math.floor(size)))
  const picked = new Int32Array(wanted)
  let taken = 0
  for (let i = 0; taken < wanted; i++) {
    if (wanted === n || random() * (n - i) < wanted - taken) picked[taken++] = i
  }
  return picked
}

/** One standard normal variate (Box–Muller, cosine branch): two draws a call. */
export function drawNormal(random: RandomSource): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  return radius * Math.cos(2 * Math.PI * random())
}
