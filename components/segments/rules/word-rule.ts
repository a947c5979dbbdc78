import { normaliseRule } from '@/lib/rules/normalise-rule'
import type { Rule } from '@/lib/rules/rule'
import type { Condition } from '@/lib/rules/walk'

/** The words of a language that rules are told in. */
export type RuleWords = {
  condition: (condition: Condition) => string
  join: { and: (a: string, b: string) => string; or: (a: string, b: string) => string }
  bracket: (text: string) => string
  not: (text: string) => string
}

/** A rule in plain words; null for one that everybody meets. */
export function wordRule(rule: Rule, words: RuleWords): string | null {
  const word = (one: Rule): string => {
    if (one.type !== 'group') return words.condition(one)
    const parts = one.rules.map((part) => {
      const text = word(part)
      return part.type === 'group' && !part.not ? words.bracket(text) : text
    })
    const text = parts.reduce((before, part) => words.join[one.operator](before, part))
    return one.not ? words.not(words.bracket(text)) : text
  }
  const normal = normaliseRule(rule)
  return normal.type === 'group' && normal.rules.length === 0 ? null : word(normal)
}
