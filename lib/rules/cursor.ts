import { keywords } from './names'
import { type Expected, type RuleProblem, RuleSyntaxError } from './syntax-error'
import { placeOf, readTokens, type Token } from './tokens'

/** The tokens of a rule, read from the front. */
export class Cursor {
  readonly #text: string
  readonly #tokens: Token[]
  #next = 0

  constructor(text: string) {
    this.#text = text
    this.#tokens = readTokens(text)
  }

  /** the token `ahead` places on, without taking it */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)]!
  }

  take(): Token {
    const token = this.peek()
    this.#next++
    return token
  }

  /** whether a keyword or sign stands here */
  sees(value: string, ahead = 0): boolean {
    const { kind, value: seen } = this.peek(ahead)
    return (kind === 'word' || kind === 'sign') && seen === value
  }

  /** takes a keyword or sign if it stands here */
  takes(value: string): boolean {
    if (!this.sees(value)) return false
    this.#next++
    return true
  }

  /** takes a keyword or sign that must stand here */
  need(value: string, expected: Expected): void {
    if (!this.takes(value)) this.fail('unexpected', this.peek(), expected)
  }

  needText(expected: Expected = 'text'): Token {
    return this.peek().kind === 'text' ? this.take() : this.fail('unexpected', this.peek(), expected)
  }

  /** a text in quotes, or one word or number without */
  needValue(): string {
    const { kind, value, source } = this.peek()
    if (kind === 'text') return this.take().value
    if (kind === 'number' || (kind === 'word' && !keywords.includes(value))) return this.take().source
    return this.fail('unexpected', { ...this.peek(), source }, 'text')
  }

  fail(problem: RuleProblem, { at, source }: Token, expected: Expected | null = null): never {
    throw new RuleSyntaxError(problem, placeOf(this.#text, at), { expected, found: source })
  }
}
