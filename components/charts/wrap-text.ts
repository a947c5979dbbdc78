/** Han, kana, hangul and their punctuation may break after any character; other text only at spaces. */
const pieces =
  /[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+\s*|\s+/gu

/**
 * Breaks a text into lines no wider than `width`, as `measure` tells (same unit). A word that is too wide stands
 * alone on its line; with `maximum`, the last line ends in an ellipsis when text is left out.
 */
export function wrapText(
  text: string,
  width: number,
  measure: (text: string) => number,
  maximum = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.trim().match(pieces) ?? []) {
    if (line && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += line ? piece : piece.trimStart()
  }
  if (line.trim()) lines.push(line.trimEnd())
  if (lines.length <= maximum) return lines
  const kept = lines.slice(0, maximum)
  let last = kept.pop() ?? ''
  while (last && measure(`${last}…`) > width) last = last.slice(0, -1).trimEnd()
  return [...kept, `${last}…`]
}

/** Rough width of a text in pixels before it is drawn: Han characters are as wide as the font is high. */
export function estimateWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.58
  return Math.ceil(width * fontSize)
}
