import { guards, missingWords, whitespace } from './cells'

/** What some cell of a column may be. True without cause is possible, false without cause is not. */
export type ColumnFlags = {
  /** empty, or only white space */
  blank: boolean
  /** not simply its own value, other than empty: padded, guarded, may be a missing word */
  special: boolean
  /** like 17850.0 */
  floatId: boolean
}

const blankFlag = 1
const specialFlag = 2
const floatFlag = 4
export const allFlags = blankFlag | specialFlag | floatFlag

/** Classes of a cell's first and last byte; 0 where they make nothing special of it. */
export const zeroEnd = 1
const certain = 2
const wide = 4
const initial = 8

const zero = 48
const point = 46
const encoder = new TextEncoder()
const encode = (text: string) => encoder.encode(text)
const isOneByte = (char: string) => char.charCodeAt(0) < 0x80
const words = missingWords.filter((word) => word !== '').map(encode)
const longestWord = Math.max(...words.map((word) => word.length))
const wideGuards = [...guards].filter((char) => !isOneByte(char)).map(encode)
const wideSpaces = [...whitespace].filter((char) => !isOneByte(char)).map(encode)
const missing = new Set(missingWords)

/** By the first byte of a cell. */
export const startClasses = new Uint8Array(256)
/** By its last byte. */
export const endClasses = new Uint8Array(256)
for (const char of guards) if (isOneByte(char)) startClasses[char.charCodeAt(0)] = certain
for (const bytes of wideGuards) startClasses[bytes[0] ?? 0] = wide
for (const bytes of words) startClasses[bytes[0] ?? 0] = (startClasses[bytes[0] ?? 0] ?? 0) | initial
for (const char of whitespace) if (isOneByte(char)) endClasses[char.charCodeAt(0)] = certain
for (const bytes of wideSpaces) endClasses[bytes.at(-1) ?? 0] = wide
endClasses[zero] = zeroEnd

function isAt(bytes: Uint8Array, from: number, to: number, part: Uint8Array): boolean {
  if (to - from < part.length) return false
  for (let index = 0; index < part.length; index++) if (bytes[from + index] !== part[index]) return false
  return true
}

/** The flags of a cell that is not empty, from the classes of its first and last byte. */
export function judgeBytes(bytes: Uint8Array, from: number, to: number): number {
  const start = startClasses[bytes[from] as number] as number
  const end = endClasses[bytes[to - 1] as number] as number
  if (end === zeroEnd && start === 0) return bytes[to - 2] === point ? floatFlag : 0
  let flags = end === zeroEnd && bytes[to - 2] === point ? floatFlag : 0
  const padded =
    start & certain ||
    end & certain ||
    (start & wide && wideGuards.some((part) => isAt(bytes, from, to, part))) ||
    (end & wide && wideSpaces.some((part) => isAt(bytes, to - part.length, to, part)))
  // Without its padding a cell may be empty, and may be a float.
  if (padded) flags = allFlags
  else if (start & initial && to - from <= longestWord && words.some((word) => isWord(bytes, from, to, word)))
    flags |= specialFlag
  return flags
}

const isWord = (bytes: Uint8Array, from: number, to: number, word: Uint8Array) =>
  to - from === word.length && isAt(bytes, from, to, word)

/** The same of a cell's text. */
export function judgeText(cell: string): number {
  if (cell === '') return blankFlag
  const padded = guards.includes(cell.charAt(0)) || whitespace.includes(cell.charAt(cell.length - 1))
  if (padded) return allFlags
  return (missing.has(cell) ? specialFlag : 0) | (cell.endsWith('.0') ? floatFlag : 0)
}

/** A byte of flags for each column, as booleans. */
export function readFlags(bits: Uint8Array, columns: number): ColumnFlags[] {
  return Array.from(bits.subarray(0, columns), (flags) => ({
    blank: (flags & blankFlag) !== 0,
    special: (flags & specialFlag) !== 0,
    floatId: (flags & floatFlag) !== 0,
  }))
}

export const emptyCell = blankFlag
