const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const han = /\p{Script=Han}/u
const word = /[\p{L}\p{N}]/u

/** Function words that say nothing of a product. */
const stopWords = new Set(
  'a an and are as at by de der des die das du en et et for from in is la le les mit of on or the to und with 的 和 与 及 或 在 是'.split(
    ' ',
  ),
)

/**
 * The words of a text: lower case, without accents; Chinese cut into words by the platform's dictionary (Intl.Segmenter).
 * Single Latin letters and function words are left out.
 */
export function listWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(folded)) {
    if (!isWordLike || !word.test(segment) || stopWords.has(segment)) continue
    if (segment.length === 1 && !han.test(segment)) continue
    words.push(segment)
  }
  return words
}
