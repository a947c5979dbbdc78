export type RuleProblem =
  | 'unexpected'
  | 'unclosedText'
  | 'unclosedComment'
  | 'badText'
  | 'badNumber'
  | 'wrongUnit'
  | 'unknownFeature'
  | 'unknownField'
  | 'unknownSegment'
  | 'tooDeep'
  | 'tooMany'
  | 'tooLong'

/** What could have stood where something else did. */
export type Expected =
  | 'condition'
  | 'test'
  | 'number'
  | 'text'
  | 'name'
  | 'and'
  | 'closing'
  | 'opening'
  | 'comma'
  | 'segment'
  | 'of'
  | 'kindOfShare'
  | 'joint'

/** A text is no rule. `line` and `column` count from 1, columns in characters. */
export class RuleSyntaxError extends Error {
  readonly problem: RuleProblem
  readonly line: number
  readonly column: number
  /** of unexpected: what should have stood there */
  readonly expected: Expected | null
  /** what stands there; empty at the end of the text */
  readonly found: string

  constructor(
    problem: RuleProblem,
    { line, column }: { line: number; column: number },
    { expected = null, found = '' }: { expected?: Expected | null; found?: string } = {},
  ) {
    super(`${problem} at ${line}:${column}${expected ? `, expected ${expected}` : ''}`)
    this.name = 'RuleSyntaxError'
    this.problem = problem
    this.line = line
    this.column = column
    this.expected = expected
    this.found = found
  }
}
