import 'server-only'
import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding, EncodingVerdict } from '@/lib/csv/encoding'
import { createLegacyJudge } from '@/lib/csv/encoding-legacy'
import { createTextSample, findCut } from '@/lib/csv/encoding-sample'
import { countUtf8, type Utf8Count } from '@/lib/csv/encoding-utf8'

/** Text without any place to cut is held back no longer than this many bytes. */
const longestCarry = 65_536

export type EncodingDetector = { push: (bytes: Uint8Array) => void; finish: () => EncodingVerdict }

const marks: { name: Encoding; bytes: number[] }[] = [
  { name: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'utf-16be', bytes: [0xfe, 0xff] },
]

const findMark = (head: Uint8Array) =>
  marks.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))

function concatBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

/** Noughts at even and odd places: in UTF-16 every ASCII character has one, always on the same side. */
function createNoughts() {
  let offset = 0
  const found = [0, 0]
  return {
    push(bytes: Uint8Array) {
      if (bytes.includes(0))
        for (let at = 0; at < bytes.length; at++)
          if (bytes[at] === 0) found[(offset + at) & 1] = (found[(offset + at) & 1] ?? 0) + 1
      offset += bytes.length
    },
    /** Text of ASCII alone has a nought in every character of UTF-16, other text in its digits and line ends at least. */
    judge(isAscii: boolean): Encoding | null {
      const [even = 0, odd = 0] = found
      const enough = Math.max(2, (offset / 2) * (isAscii ? 0.8 : 0.02))
      if (odd >= enough && even <= odd / 8) return 'utf-16le'
      return even >= enough && odd <= even / 8 ? 'utf-16be' : null
    },
  }
}

/**
 * UTF-8 of which a few characters are broken, not another encoding in which a few characters happen to be UTF-8: at
 * most one in a hundred is bad; or hardly a byte of the file is, and far more bytes follow a first one as they should.
 */
function isMostlyUtf8({ sequences, following, bad }: Utf8Count, bytes: number): boolean {
  if (sequences === 0) return false
  return bad <= (sequences + bad) / 100 || (bad <= Math.max(1, bytes / 1000) && following >= bad * 3)
}

/**
 * Judges the encoding of a file from all its bytes, in bounded memory. Every byte is checked for UTF-8 and for
 * whether the older encodings know it; what the text says in them is judged by a sample from all over the file.
 */
export function createEncodingDetector(): EncodingDetector {
  const sample = createTextSample()
  const legacy = createLegacyJudge()
  const noughts = createNoughts()
  let carry: Uint8Array = new Uint8Array()
  let head: Uint8Array = new Uint8Array()
  let bytes = 0
  const utf8: Utf8Count = { sequences: 0, following: 0, bad: 0 }

  const judgeBlock = (block: Uint8Array) => {
    if (isAscii(block)) return
    sample.add(block)
    if (isUtf8(block)) {
      for (const byte of block)
        if (byte >= 0xc0) utf8.sequences++
        else if (byte >= 0x80) utf8.following++
    } else {
      const count = countUtf8(block)
      utf8.sequences += count.sequences
      utf8.following += count.following
      utf8.bad += count.bad
    }
    if (utf8.bad > 0 && noughts.judge(false) === null) legacy.push(block, sample.fragments)
  }

  const verdict = (
    name: Encoding,
    evidence: EncodingVerdict['evidence'],
    rest: Partial<EncodingVerdict> = {},
  ): EncodingVerdict => ({
    name,
    evidence,
    confidence: 1,
    alternatives: [],
    bomBytes: 0,
    badSequences: name === 'utf-8' ? utf8.bad : 0,
    ...rest,
  })

  return {
    push(chunk) {
      if (head.length < 3) head = concatBytes(head, chunk.subarray(0, 3 - head.length))
      bytes += chunk.length
      noughts.push(chunk)
      // A mark of UTF-16 decides.
      if (findMark(head)?.bytes.length === 2) return
      const whole = concatBytes(carry, chunk)
      const cut = findCut(whole) || (whole.length > longestCarry ? whole.length : 0)
      judgeBlock(whole.subarray(0, cut))
      carry = whole.slice(cut)
    },
    finish() {
      judgeBlock(carry)
      carry = new Uint8Array()
      const { sequences, bad } = utf8
      const mark = findMark(head)
      if (mark) return verdict(mark.name, 'bom', { bomBytes: mark.bytes.length })
      // Hardly any text in UTF-16 with other letters than those of ASCII is UTF-8 too: the noughts stand in UTF-8.
      const wide = sequences > 0 && bad === 0 ? null : noughts.judge(sequences + bad === 0)
      if (wide) return verdict(wide, 'bytes', { confidence: 0.98 })
      if (sequences + bad === 0) return verdict('utf-8', 'ascii')
      const ranked = legacy.finish(sample.fragments())
      if (bad === 0 || isMostlyUtf8(utf8, bytes)) {
        const confidence = bad === 0 ? 1 : Math.max(0.6, 1 - (10 * bad) / (sequences + bad))
        const alternatives = ranked.map(({ name }) => name).filter((name) => name !== 'utf-8')
        return verdict('utf-8', 'utf8', { confidence, alternatives })
      }
      const [best, ...others] = ranked
      if (!best) return verdict('utf-8', 'bytes', { confidence: 0 })
      const alternatives = others.map(({ name }) => name)
      return verdict(best.name, 'bytes', { confidence: best.confidence, alternatives })
    },
  }
}
