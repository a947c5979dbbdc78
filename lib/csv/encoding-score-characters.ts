import iconv from 'iconv-lite'
import type { Encoding } from './encoding'
import { commonCharacters } from './encoding-characters'

export const eastAsian = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const
export type EastAsian = (typeof eastAsian)[number]
export const isEastAsian = (encoding: Encoding): encoding is EastAsian =>
  (eastAsian as readonly Encoding[]).includes(encoding)

/** The share of a text's characters that belong to a set, spread over its members. */
type Group = { share: number; members: ReadonlySet<string> }

/** First and last lead byte of the characters that the standard's makers held for the common ones. */
const levels: Record<EastAsian, { encoding: string; leads: [number, number]; trails: [number, number] }> = {
  gb18030: { encoding: 'gb18030', leads: [0xb0, 0xd7], trails: [0xa1, 0xfe] },
  big5: { encoding: 'big5', leads: [0xa4, 0xc6], trails: [0x40, 0xfe] },
  shift_jis: { encoding: 'euc-jp', leads: [0xb0, 0xcf], trails: [0xa1, 0xfe] },
  'euc-jp': { encoding: 'euc-jp', leads: [0xb0, 0xcf], trails: [0xa1, 0xfe] },
  'euc-kr': { encoding: 'euc-kr', leads: [0xb0, 0xc8], trails: [0xa1, 0xfe] },
}
/** The second level of Chinese characters, in the same way. */
const rareLeads: Record<EastAsian, [number, number]> = {
  gb18030: [0xd8, 0xf7],
  big5: [0xc9, 0xf9],
  shift_jis: [0xd0, 0xf4],
  'euc-jp': [0xd0, 0xf4],
  'euc-kr': [0xca, 0xfd],
}

const unreadable = -14
const unexpected = -14.5
const besideLetter = -1.5

function decodeRange(encoding: string, leads: [number, number], trails: [number, number]): Set<string> {
  const bytes: number[] = []
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0]; trail <= trails[1]; trail++)
      if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail, 0x0a)
  const text = iconv.decode(Buffer.from(bytes), encoding)
  return new Set(text.split('\n').filter((char) => char.length === 1 && char !== '\ufffd'))
}

const range = (first: number, last: number) =>
  new Set(Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)))

const punctuation = new Set(
  '，。、；：？！（）《》「」『』【】“”‘’—…·～　￥¥・ー％＋－／０１２３４５６７８９',
)
const hiragana = range(0x3041, 0x3093)
const katakana = range(0x30a1, 0x30f6)
const halfWidth = range(0xff61, 0xff9f)

function buildGroups(encoding: EastAsian): Group[] {
  const { encoding: table, leads, trails } = levels[encoding]
  const usual = { share: 0.03, members: punctuation }
  const level1 = decodeRange(table, leads, trails)
  const level2 = decodeRange(table, rareLeads[encoding], trails)
  if (encoding === 'shift_jis' || encoding === 'euc-jp') {
    return [
      { share: 0.42, members: hiragana },
      { share: 0.2, members: katakana },
      { share: 0.22, members: new Set(commonCharacters.japanese) },
      { share: 0.12, members: level1 },
      usual,
      ...(encoding === 'shift_jis' ? [{ share: 0.02, members: halfWidth }] : []),
      { share: 0.005, members: level2 },
    ]
  }
  const common = { gb18030: 'simplified', big5: 'traditional', 'euc-kr': 'korean' } as const
  return [
    { share: 0.62, members: new Set(commonCharacters[common[encoding]]) },
    { share: 0.33, members: level1 },
    usual,
    { share: 0.01, members: level2 },
  ]
}

const tables = new Map<EastAsian, Map<string, number>>()

function tableOf(encoding: EastAsian): Map<string, number> {
  const known = tables.get(encoding)
  if (known) return known
  const built = new Map<string, number>()
  for (const { share, members } of buildGroups(encoding))
    for (const char of members) if (!built.has(char)) built.set(char, Math.log(share / members.size))
  tables.set(encoding, built)
  return built
}

const asciiLetter = /[A-Za-z]/

/** How well a text reads as the language that is written in an East Asian encoding: a log-likelihood. */
export function scoreCharacters(encoding: EastAsian, text: string): number {
  const table = tableOf(encoding)
  let score = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char <= '\u007f') continue
    score += char === '\ufffd' ? unreadable : (table.get(char) ?? unexpected)
    if (asciiLetter.test(text.charAt(at - 1)) || asciiLetter.test(text.charAt(at + 1))) score += besideLetter
  }
  return score
}
