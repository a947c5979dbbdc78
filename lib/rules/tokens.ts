import { unstorable } from '@/lib/shared/storable'
import { longestText } from './limits'
import { RuleSyntaxError } from './syntax-error'

export type Token = {
  kind: 'word' | 'number' | 'text' | 'sign' | 'end'
  /** as it stands in the rule */
  source: string
  /** a word in lower case, a sign in its plain form, the characters of a quoted text */
  value: string
  /** UTF-16 units from the start */
  at: number
}

const space = /[\s\u200b\ufeff]+/y
const comment = /\/\*[\s\S]*?\*\//y
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy
const number = /[-+−]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y
const sign = /<=|>=|!=|<>|==|[<>=≤≥≠()（）,，、%％;；]/y
/** opening quotes and their closing ones, as keyboards and text programs give them */
const quotes: Record<string, string> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '「': '」',
  '„': '“',
  '”': '”',
}

const plainSigns: Record<string, string> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '<>': '!=',
  '==': '=',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  ';': ',',
  '；': ',',
  '％': '%',
}

/** Line and column, from 1, of a place in a text. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 }
}

/** The text in quotes at `at`, with its length in the source; double quotes hold JSON's escapes, others none. */
function readQuoted(text: string, at: number): { value: string; length: number } {
  const open = text[at] ?? ''
  const close = quotes[open] ?? open
  let end = at + 1
  while (end < text.length && text[end] !== close) end += open === '"' && text[end] === '\\' ? 2 : 1
  if (end >= text.length) throw new RuleSyntaxError('unclosedText', placeOf(text, at))
  const source = text.slice(at, end + 1)
  let value = source.slice(1, -1)
  if (open === '"') {
    try {
      // Line breaks and tabs may stand as they are.
      value = JSON.parse(source.replaceAll(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1)))
    } catch {
      throw new RuleSyntaxError('badText', placeOf(text, at), { found: source })
    }
  }
  if (unstorable.test(value)) throw new RuleSyntaxError('badText', placeOf(text, at), { found: source })
  if (value.length > longestText) throw new RuleSyntaxError('tooLong', placeOf(text, at))
  return { value, length: source.length }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** The words, numbers, quoted texts and signs of a rule, closed by an `end`. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const push = (kind: Token['kind'], source: string, value: string) => {
    tokens.push({ kind, source, value, at })
    at += source.length
  }
  while (at < text.length) {
    const skipped = matchAt(space, text, at) ?? matchAt(comment, text, at)
    if (skipped) {
      at += skipped.length
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (text.startsWith('/*', at)) throw new RuleSyntaxError('unclosedComment', placeOf(text, at))
    const figure = matchAt(number, text, at)
    const name = matchAt(word, text, at)
    const mark = matchAt(sign, text, at)
    if (Object.hasOwn(quotes, character)) {
      const { value, length } = readQuoted(text, at)
      push('text', text.slice(at, at + length), value)
    } else if (figure) push('number', figure, figure.replace('−', '-').replace(/^\+/, ''))
    else if (name) push('word', name, name.toLowerCase())
    else if (mark) push('sign', mark, Object.hasOwn(plainSigns, mark) ? plainSigns[mark]! : mark)
    else throw new RuleSyntaxError('unexpected', placeOf(text, at), { expected: null, found: character })
  }
  return [...tokens, { kind: 'end', source: '', value: '', at }]
}
