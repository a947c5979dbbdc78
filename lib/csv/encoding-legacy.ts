import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { type Encoding, encodings } from './encoding'
import { type EastAsian, eastAsian, isEastAsian, scoreCharacters } from './encoding-score-characters'
import { scoreLetters } from './encoding-score-letters'
import { countUtf8 } from './encoding-utf8'

export type Candidate = { name: Encoding; confidence: number }
type Scored = { name: Encoding; score: number; text: string }

const scoredFragments = 300
const chardetBytes = 32_768
const mostAlternatives = 8
/** Share of the bytes outside ASCII that may be unreadable in an encoding that a file is said to be in. */
const mostUnreadable = 0.02

/** How common files in an encoding are, as natural logarithms against the commonest. */
const rarity: Partial<Record<Encoding, number>> = {
  ...{ big5: -1, shift_jis: -0.5, 'euc-kr': -1, 'euc-jp': -2 },
  ...{ 'windows-1250': -1.5, 'windows-1251': -1, 'windows-1253': -2, 'windows-1254': -2 },
  ...{ 'windows-1255': -2, 'windows-1256': -2, 'windows-1257': -3, 'windows-874': -2 },
  ...{ 'iso-8859-2': -3, 'koi8-r': -3, macintosh: -4 },
}
/** Likelihoods of single characters are no independent witnesses: their sum counts only so much. */
const certainty = 0.3
const chardetWeight = 4
/** bytes outside ASCII; chardet guesses by fewer, too */
const fewestForVote = 10
const surest = 0.99
/** Bytes outside ASCII after which encodings that read far worse than the best are not tried on the rest of a file. */
const enoughBytes = 1_000_000
const hopeless = 300
/** Log-likelihoods of a character of UTF-8, and of a broken one. */
const utf8Sequence = -4
const utf8Broken = -7

const singleByte = encodings.filter((name) => !name.startsWith('utf') && !isEastAsian(name))

/** Where chardet says ISO, its letters and their sequences are those of the Windows encoding as well. */
const byChardet: Record<string, Encoding[]> = {
  ...{ GB18030: ['gb18030'], Big5: ['big5'], Shift_JIS: ['shift_jis'] },
  ...{ 'EUC-JP': ['euc-jp'], 'EUC-KR': ['euc-kr'], 'KOI8-R': ['koi8-r'] },
  ...{ 'ISO-8859-1': ['windows-1252'], 'windows-1252': ['windows-1252'] },
  ...{ 'ISO-8859-2': ['windows-1250', 'iso-8859-2'], 'windows-1250': ['windows-1250'] },
  ...{ 'windows-1251': ['windows-1251'], 'ISO-8859-7': ['windows-1253'], 'windows-1253': ['windows-1253'] },
  ...{ 'ISO-8859-9': ['windows-1254'], 'windows-1254': ['windows-1254'] },
  ...{ 'ISO-8859-8': ['windows-1255'], 'windows-1255': ['windows-1255'] },
  ...{ 'ISO-8859-6': ['windows-1256'], 'windows-1256': ['windows-1256'] },
}

function joinFragments(fragments: readonly Uint8Array[], most: number): Buffer {
  const parts: Uint8Array[] = []
  let bytes = 0
  for (const fragment of fragments) {
    if (bytes + fragment.length >= most && parts.length > 0) break
    parts.push(fragment, Uint8Array.of(10))
    bytes += fragment.length + 1
  }
  return Buffer.concat(parts)
}

/** The bytes above 127 that mean nothing in a single-byte encoding. */
function findUndefined(encoding: Encoding): number[] {
  const high = Array.from({ length: 128 }, (_, index) => index + 128)
  const text = iconv.decode(Buffer.from(high), encoding)
  return high.filter((_, index) => text.charAt(index) === '\ufffd')
}

function countReplacements(text: string): number {
  let found = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) found++
  return found
}

function voteOf(votes: ReadonlyMap<Encoding, number>, name: Encoding): number {
  return ((votes.get(name) ?? 0) / 100) * chardetWeight
}

function readVotes(bytes: Uint8Array): Map<Encoding, number> {
  const votes = new Map<Encoding, number>()
  if (bytes.filter((byte) => byte >= 0x80).length < fewestForVote) return votes
  for (const { name, confidence } of analyse(bytes)) {
    for (const encoding of byChardet[name] ?? [])
      votes.set(encoding, Math.max(votes.get(encoding) ?? 0, confidence))
  }
  return votes
}

/** Encodings in which the file reads the same are one answer: their chances add up. */
function rank(scored: Scored[]): Candidate[] {
  const sorted = scored.sort((one, other) => other.score - one.score)
  const best = sorted[0]?.score ?? 0
  const weights = new Map<string, number>()
  for (const { text, score } of sorted)
    weights.set(text, Math.max(weights.get(text) ?? 0, Math.exp((score - best) * certainty)))
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return sorted.slice(0, mostAlternatives + 1).map(({ name, text }) => ({
    name,
    confidence: Math.min(surest, (weights.get(text) ?? 0) / total),
  }))
}

/**
 * Ranks the encodings other than Unicode's by what they make of a file: whether they know all its bytes, and whether
 * a sample of its text reads like a language that is written in them.
 */
export function createLegacyJudge() {
  const histogram = new Float64Array(256)
  const unreadable = new Map<EastAsian, number>(eastAsian.map((name) => [name, 0]))
  let high = 0
  const scoreAll = (fragments: readonly Uint8Array[]): Scored[] => {
    const stride = Math.max(1, Math.ceil(fragments.length / scoredFragments))
    const chosen = fragments.filter((_, index) => index % stride === 0)
    const sample = joinFragments(chosen, Number.POSITIVE_INFINITY)
    const votes = readVotes(joinFragments(chosen, chardetBytes))
    const { sequences, bad } = countUtf8(sample)
    const scored: Scored[] = []
    if (bad > 0) {
      const score = sequences * utf8Sequence + bad * utf8Broken
      scored.push({ name: 'utf-8', text: iconv.decode(sample, 'utf-8'), score })
    }
    const add = (name: Encoding, unknown: number, score: (text: string) => number) => {
      const text = iconv.decode(sample, name)
      if (countReplacements(text) > Math.max(3, text.length * mostUnreadable)) return
      const penalty = 8 * Math.log1p(unknown)
      scored.push({ name, text, score: score(text) + (rarity[name] ?? 0) + voteOf(votes, name) - penalty })
    }
    for (const [name, unknown] of unreadable) add(name, unknown, (text) => scoreCharacters(name, text))
    for (const name of singleByte) {
      const unknown = findUndefined(name).reduce((sum, byte) => sum + (histogram[byte] ?? 0), 0)
      if (unknown <= 3 || unknown <= high * mostUnreadable)
        add(name, unknown, (text) => scoreLetters(name, text))
    }
    return scored
  }
  const dropHopeless = (fragments: readonly Uint8Array[]) => {
    const scored = scoreAll(fragments)
    const best = Math.max(...scored.map(({ score }) => score))
    for (const { name, score } of scored)
      if (isEastAsian(name) && score < best - hopeless) unreadable.delete(name)
  }
  let dropped = false

  return {
    /** A block that begins and ends between two characters, and the sample up to it. */
    push(block: Uint8Array, fragments: () => readonly Uint8Array[]): void {
      for (const byte of block) {
        if (byte < 0x80) continue
        histogram[byte] = (histogram[byte] ?? 0) + 1
        high++
      }
      for (const [name, before] of unreadable) {
        const now = before + countReplacements(iconv.decode(block, name))
        if (now > 30 && now > high * mostUnreadable) unreadable.delete(name)
        else unreadable.set(name, now)
      }
      if (!dropped && high > enoughBytes) {
        dropped = true
        dropHopeless(fragments())
      }
    },
    finish: (fragments: readonly Uint8Array[]): Candidate[] => rank(scoreAll(fragments)),
  }
}
