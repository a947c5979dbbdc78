/** What a file is that is not CSV text in UTF-8: its kind, or the place of the first byte that is not UTF-8. */
export type EncodingProblem =
  | { kind: 'excel' | 'zip' | 'gzip' | 'pdf' | 'utf16' | 'binary' }
  | { kind: 'notUtf8'; line: number; byte: number }

const signatures: { kind: 'excel' | 'zip' | 'gzip' | 'pdf' | 'utf16'; bytes: number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'excel', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'utf16', bytes: [0xff, 0xfe] },
  { kind: 'utf16', bytes: [0xfe, 0xff] },
]

const includes = (head: Uint8Array, text: string) => new TextDecoder('latin1').decode(head).includes(text)

function detectSignature(head: Uint8Array): EncodingProblem | null {
  const found = signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))
  if (!found) return null
  const workbook = found.kind === 'zip' && includes(head.subarray(0, 8192), 'xl/')
  const contentTypes = found.kind === 'zip' && includes(head.subarray(0, 64), '[Content_Types].xml')
  return { kind: workbook || contentTypes ? 'excel' : found.kind }
}

/** Every second byte nought: UTF-16 without its mark. Many noughts anywhere: no text at all. */
function detectNoughts(head: Uint8Array): EncodingProblem | null {
  const part = head.subarray(0, 4096)
  const even = part.filter((byte, index) => byte === 0 && index % 2 === 0).length
  const odd = part.filter((byte, index) => byte === 0 && index % 2 === 1).length
  const quarter = part.length / 4
  if (part.length >= 8 && Math.max(even, odd) > quarter && Math.min(even, odd) < quarter / 8) {
    return { kind: 'utf16' }
  }
  return even + odd > part.length / 20 ? { kind: 'binary' } : null
}

/** Bytes of the sequence at `at`; 0 when it is not UTF-8, -1 when the bytes end within it. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first > 0xf4) return 0
  for (let index = 1; index < length; index++) {
    const next = bytes[at + index]
    if (next === undefined) return -1
    if ((next & 0xc0) !== 0x80) return 0
  }
  const second = bytes[at + 1] ?? 0
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90)
  const outside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f)
  return overlong || outside ? 0 : length
}

function findInvalid(head: Uint8Array): EncodingProblem | null {
  let line = 1
  let at = 0
  while (at < head.length) {
    const length = sequenceLength(head, at)
    if (length === 0) return { kind: 'notUtf8', line, byte: at + 1 }
    if (length < 0) return null
    const byte = head[at]
    if (byte === 10 || (byte === 13 && head[at + 1] !== 10)) line++
    at += length
  }
  return null
}

/** Judges the first bytes of a file (which may end within a character); null when they are UTF-8 text. */
export function detectEncodingProblem(head: Uint8Array): EncodingProblem | null {
  return detectSignature(head) ?? detectNoughts(head) ?? findInvalid(head)
}
