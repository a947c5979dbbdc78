import { expect, it } from 'vitest'
import { type NameTranslator, segmentTitle, suggestedTitle, traitTitle } from './segment-title'

const t: NameTranslator = Object.assign((key: string) => `[${key}]`, { has: () => true })
const trait = { feature: 'frequency', z: 1.2 }

it('prefers the own name', () => {
  const segment = { name: 'Regulars', suggestion: { name: 'loyal', trait: null, traits: [] } }
  expect(segmentTitle(t, segment)).toBe('Regulars')
  expect(suggestedTitle(t, segment)).toBe('[names.loyal.name]')
})

it('tells namesakes apart by a trait', () => {
  const segment = { name: null, suggestion: { name: 'loyal', trait, traits: [trait] } }
  expect(segmentTitle(t, segment)).toBe('[names.loyal.name] · [traits.frequency.high]')
})

it('names a segment by its trait when that is all there is', () => {
  const words: NameTranslator = Object.assign(() => 'buys often', { has: () => true })
  expect(suggestedTitle(words, { name: null, suggestion: { name: 'trait', trait, traits: [trait] } })).toBe(
    'Buys often',
  )
})

it('words a trait by its direction', () => {
  expect(traitTitle(t, { feature: 'recency', z: -0.4 })).toBe('[traits.recency.low]')
})
