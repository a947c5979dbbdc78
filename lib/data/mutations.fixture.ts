import iconv from 'iconv-lite'

/** A seeded source of numbers in [0, 1): mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const base = [
  'order_id,order_date,customer_id,product,quantity,price,note',
  ...Array.from({ length: 24 }, (_, n) =>
    [
      `O${n}`,
      `2024-0${1 + (n % 9)}-1${n % 9}`,
      `C${n % 5}`,
      n % 4 ? `Tea ${n}` : `"Tee ""grün"", ${n}"`,
      1 + (n % 3),
      `${n}.50`,
      n % 6 ? 'ok' : '"two\nlines"',
    ].join(','),
  ),
  '',
].join('\n')

const encodings = ['utf-8', 'utf-16le', 'gb18030', 'windows-1252', 'shift_jis'] as const

type Random = () => number
const pick = (random: Random, below: number) => Math.floor(random() * below)

function flipBytes(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes)
  for (let count = 1 + pick(random, 8); count > 0; count--)
    flipped[pick(random, flipped.length)] = pick(random, 256)
  return flipped
}

function shuffleLines(bytes: Buffer, random: Random): Buffer {
  const lines = bytes.toString('latin1').split('\n')
  for (let at = lines.length - 1; at > 0; at--) {
    const other = pick(random, at + 1)
    ;[lines[at], lines[other]] = [lines[other] as string, lines[at] as string]
  }
  return Buffer.from(lines.join('\n'), 'latin1')
}

function mixEncodings(bytes: Buffer, random: Random): Buffer {
  const cut = pick(random, bytes.length)
  const other = encodings[pick(random, encodings.length)] ?? 'utf-8'
  return Buffer.concat([bytes.subarray(0, cut), iconv.encode(bytes.subarray(cut).toString('utf8'), other)])
}

function insertBytes(bytes: Buffer, random: Random): Buffer {
  const odd = ['"', ',', '\0', '\r', '\n', '""', ';', '\ufeff', "'", '\\', '\u2028', '客'.repeat(9)]
  const at = pick(random, bytes.length)
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(odd[pick(random, odd.length)] ?? ''),
    bytes.subarray(at),
  ])
}

const mutations = [
  flipBytes,
  insertBytes,
  shuffleLines,
  mixEncodings,
  (bytes: Buffer, random: Random) => bytes.subarray(0, 1 + pick(random, bytes.length)),
]

/** A valid file of orders, broken in one to three ways; the same for the same seed. */
export function mutateFile(seed: number): Uint8Array {
  const random = createRandom(seed)
  let bytes: Buffer = iconv.encode(base, encodings[pick(random, 3)] ?? 'utf-8')
  for (let count = 1 + pick(random, 3); count > 0; count--) {
    const mutate = mutations[pick(random, mutations.length)] ?? flipBytes
    if (bytes.length > 1) bytes = Buffer.from(mutate(bytes, random))
  }
  return bytes
}
