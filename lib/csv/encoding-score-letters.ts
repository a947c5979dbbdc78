import type { Encoding } from './encoding'
import { type Language, languages } from './encoding-languages'

type Model = { own: boolean; costs: ReadonlyMap<string, number> }

/** Natural logarithms of how likely something is in a text that is read in the right encoding. */
const odds = {
  noLetter: -14,
  otherLetter: -9,
  otherScript: -11,
  symbol: -5.5,
  symbolByNumber: -3,
  rareSymbol: -8,
  /** an accent on nothing */
  loneAccent: -11,
  /** a symbol between two letters */
  symbolInWord: -9,
  /** a capital after a small letter */
  capitalInWord: -4,
  /** a small letter between capitals */
  smallInCapitals: -2.5,
  /** a word that begins with it in small */
  smallFirst: -0.7,
  /** two letters outside ASCII in a row, in a Latin script */
  pair: -2.5,
  /** the same letter again, where words are made of such letters */
  repeated: -7,
  /** letters of two scripts in a row */
  scriptChange: -8,
}
/** of the characters outside ASCII */
const letterShare = 0.85
/** Names of another language's people stand in every list. */
const mixedShare = 0.05

function readLetters({ letters }: Language): Map<string, number> {
  const parsed = letters.split(' ').map((part): [string, number] => [part.slice(0, 1), Number(part.slice(1))])
  const total = parsed.reduce((sum, [, share]) => sum + share, 0)
  return new Map(parsed.map(([letter, share]) => [letter, share / total]))
}

function buildModels(encoding: Encoding): Model[] {
  const own = languages.filter(({ encodings }) => encodings.includes(encoding))
  const tables = own.map(readLetters)
  const mixed = new Map<string, number>()
  for (const table of tables)
    for (const [letter, share] of table)
      mixed.set(letter, (mixed.get(letter) ?? 0) + (share * mixedShare) / tables.length)
  return own.map(({ script }, index) => {
    const costs = new Map<string, number>()
    for (const [letter, share] of mixed) {
      const all = share + (tables[index]?.get(letter) ?? 0) * (1 - mixedShare)
      costs.set(letter, Math.log(all * letterShare))
    }
    return { own: script === 'own', costs }
  })
}

const models = new Map<Encoding, Model[]>()

function modelsOf(encoding: Encoding): Model[] {
  const found = models.get(encoding) ?? buildModels(encoding)
  models.set(encoding, found)
  return found
}

const letter = /\p{L}|\p{M}/u
const asciiLetter = /[A-Za-z]/
const latin = /\p{Script=Latin}/u
const usualSymbols = '€£°©®™–—‘’“”„…•«»·×½¼¾²³§ºª¿¡№±µ¢¥¦¬‰‹›¹\u00a0'
/** These stand between letters too. */
const joiners = '’–—·\u00a0'
const accent = /\p{Sk}/u
const control = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u

const isCapital = (char: string) => char !== char.toLowerCase()
const isSmall = (char: string) => char !== char.toUpperCase()

function scoreSymbol(char: string, before: string, after: string): number {
  if (control.test(char)) return odds.noLetter
  const between = letter.test(before) && letter.test(after)
  if (between && !joiners.includes(char)) return odds.symbolInWord
  if (accent.test(char)) return odds.loneAccent
  if (!usualSymbols.includes(char)) return odds.rareSymbol
  return '€£°\u00a0²³½'.includes(char) && /[0-9]/.test(before + after) ? odds.symbolByNumber : odds.symbol
}

function scoreLetter(model: Model, char: string, before: string, after: string, isLatin: boolean): number {
  const small = char === 'İ' ? 'ı' : char.toLowerCase()
  let score = model.costs.get(small) ?? (isLatin === model.own ? odds.otherScript : odds.otherLetter)
  if (isCapital(char) && letter.test(before) && isSmall(before)) score += odds.capitalInWord
  if (isSmall(char) && letter.test(before) && isCapital(before) && letter.test(after) && isCapital(after))
    score += odds.smallInCapitals
  if (model.own) {
    if (char === before) score += odds.repeated
    if (asciiLetter.test(before) || asciiLetter.test(after)) score += odds.scriptChange
  } else {
    if (isSmall(char) && !letter.test(before)) score += odds.smallFirst
    if (before > '\u007f' && letter.test(before)) score += odds.pair
  }
  return score
}

/** How well a text reads as one of the languages that are written in a single-byte encoding: a log-likelihood. */
export function scoreLetters(encoding: Encoding, text: string): number {
  const own = modelsOf(encoding)
  const scores = own.map(() => 0)
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char <= '\u007f') continue
    const before = text.charAt(at - 1)
    const after = text.charAt(at + 1)
    if (letter.test(char)) {
      const isLatin = latin.test(char)
      own.forEach((model, index) => {
        scores[index] = (scores[index] ?? 0) + scoreLetter(model, char, before, after, isLatin)
      })
    } else {
      const score = scoreSymbol(char, before, after)
      own.forEach((_, index) => {
        scores[index] = (scores[index] ?? 0) + score
      })
    }
  }
  return Math.max(...scores)
}
