'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Disclosure } from '@/components/data/disclosure'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { longestRule } from '@/lib/rules/limits'
import type { RuleSyntaxError } from '@/lib/rules/syntax-error'

/** examples of the language, which is the same in every language of the interface */
const examples = [
  'recency <= 30 and frequency >= 3',
  'discount_share >= 25 % or return_share > 10 %',
  'country in ("Germany", "Austria") and not city is "Berlin"',
  'attribute "Loyalty tier" is "Gold"',
  'age is missing',
  'monetary between 100 and 500',
]

type RuleTextProps = { text: string; error: RuleSyntaxError | null; onChange: (text: string) => void }

/** Where a line and column (from 1, in characters) stand in a text, in UTF-16 units. */
function findPlace(text: string, line: number, column: number): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  return (
    before +
    Array.from(lines[line - 1] ?? '')
      .slice(0, column - 1)
      .join('').length
  )
}

/** The rule as text; a mistake is told with its line and column. */
export function RuleText({ text, error, onChange }: RuleTextProps) {
  const t = useTranslations('rules.text')
  const box = useRef<HTMLTextAreaElement>(null)
  function sentence({ problem, line, column, expected, found }: RuleSyntaxError): string {
    const what =
      problem === 'unexpected'
        ? t('problems.unexpected', {
            found: found ? t('found', { found }) : t('end'),
            expected: expected ? t(`expected.${expected}`) : t('expected.anything'),
          })
        : t(`problems.${problem}`, { found })
    return t('at', { line, column, what })
  }
  function showPlace() {
    if (!error || !box.current) return
    const place = findPlace(text, error.line, error.column)
    box.current.focus()
    box.current.setSelectionRange(place, place + Math.max(1, error.found.length))
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('label')} hint={t('hint')} error={error ? sentence(error) : undefined}>
        <Textarea
          ref={box}
          rows={8}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          maxLength={longestRule}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className="font-mono"
        />
      </Field>
      {error ? (
        <Button size="sm" className="self-start" onClick={showPlace}>
          {t('showPlace')}
        </Button>
      ) : null}
      <Disclosure summary={t('help')}>
        <p className="mb-2 text-muted">{t('helpIntro')}</p>
        <ul className="flex flex-col gap-1">
          {examples.map((example) => (
            <li key={example}>
              <code className="text-xs break-words">{example}</code>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
