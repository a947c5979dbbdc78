import { expect, it } from 'vitest'
import { parseRule } from '@/lib/rules/parse-rule'
import { printRule } from '@/lib/rules/print-rule'
import { type RuleWords, wordRule } from './word-rule'

const words: RuleWords = {
  condition: (condition) => printRule(condition),
  join: { and: (a, b) => `${a} & ${b}`, or: (a, b) => `${a} | ${b}` },
  bracket: (text) => `[${text}]`,
  not: (text) => `!${text}`,
}
const word = (text: string) => wordRule(parseRule(text), words)

it('tells groups apart by brackets', () => {
  expect(word('a = 1')).toBe('a = 1')
  expect(word('a = 1 and b = 1 and c = 1')).toBe('a = 1 & b = 1 & c = 1')
  expect(word('a = 1 and (b = 1 or c = 1)')).toBe('a = 1 & [b = 1 | c = 1]')
  expect(word('not a = 1 and not (b = 1 or c = 1)')).toBe('![a = 1] & ![b = 1 | c = 1]')
  expect(word('everybody')).toBeNull()
})
