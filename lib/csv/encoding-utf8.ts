/** Multi-byte sequences of UTF-8, the bytes that follow their first ones, and the places where the bytes are none. */
export type Utf8Count = { sequences: number; following: number; bad: number }

const lowestSecond: Record<number, number> = { 224: 0xa0, 240: 0x90 }
const highestSecond: Record<number, number> = { 237: 0x9f, 244: 0x8f }

/** Bytes that follow the first of a sequence; -1 where no sequence can begin. */
function followers(first: number): number {
  if (first < 0xc2 || first > 0xf4) return -1
  return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
}

/** Counts the sequences of a block that begins and ends between two characters. A run of bytes that breaks off within a sequence is one bad sequence. */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  let sequences = 0
  let following = 0
  let bad = 0
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number
    at++
    if (first < 0x80) continue
    const length = followers(first)
    let found = 0
    while (found < length) {
      const next = bytes[at] ?? 0
      const low = found === 0 ? (lowestSecond[first] ?? 0x80) : 0x80
      const high = found === 0 ? (highestSecond[first] ?? 0xbf) : 0xbf
      if (next < low || next > high) break
      found++
      at++
    }
    if (found === length) {
      sequences++
      following += length
    } else bad++
  }
  return { sequences, following, bad }
}
