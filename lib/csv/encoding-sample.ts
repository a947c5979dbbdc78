/** No multi-byte encoding uses a byte below this one for anything but itself, so that a text may be cut there. */
const firstTrailByte = 0x30
const mostFragments = 1000
const fragmentBytes = 200
/** Text without a place to cut is cut after so many bytes nevertheless. */
const longestFragment = 1000
const firstOfBlock = 8
const strides = 16

/** The last place at or before `end` where the bytes may be cut between two characters; 0 when there is none. */
export function findCut(bytes: Uint8Array, end = bytes.length): number {
  for (let at = end; at > 0; at--) if ((bytes[at - 1] as number) < firstTrailByte) return at
  return 0
}

function findNonAscii(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return at
  return -1
}

/** The text around `at`, from a place to cut that is not before `from` to another one. */
function findFragment(block: Uint8Array, from: number, at: number): { start: number; end: number } {
  let start = Math.max(from, at - fragmentBytes / 2)
  while (start > from && start < at && (block[start - 1] as number) >= firstTrailByte) start++
  let end = Math.min(block.length, at + fragmentBytes)
  while (end < block.length && end - at < longestFragment && (block[end] as number) >= firstTrailByte) end++
  return { start, end }
}

export type TextSample = { add: (block: Uint8Array) => void; fragments: () => Uint8Array[] }

/**
 * Gathers pieces of text with non-ASCII bytes from all over a file, in bounded memory and alike for the same file.
 * Blocks begin and end between two characters.
 */
export function createTextSample(): TextSample {
  const kept: Uint8Array[] = []
  let seen = 0
  let state = 1
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const keep = (fragment: Uint8Array) => {
    seen++
    const place = kept.length < mostFragments ? kept.length : random(seen)
    if (place < mostFragments) kept[place] = fragment.slice()
  }
  return {
    add(block) {
      const stride = Math.floor(block.length / strides)
      let found = 0
      for (let from = 0; ; ) {
        const at = findNonAscii(block, from)
        if (at < 0) break
        const { start, end } = findFragment(block, from, at)
        keep(block.subarray(start, end))
        found++
        from = found < firstOfBlock ? end : Math.max(end, findCut(block, at + stride))
      }
    },
    fragments: () => kept,
  }
}
