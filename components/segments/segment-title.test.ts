import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import english from '@/lib/i18n/messages/en/segment-names.json'
import chinese from '@/lib/i18n/messages/zh-CN/segment-names.json'
import type { Locale } from '@/lib/shared/locales'
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

describe('names from the brand’s own data', () => {
  const named = (locale: Locale, messages: typeof english, feature: string, z: number) => {
    const words = createTranslator({ locale, messages }) as NameTranslator
    const suggestion = { name: 'trait', trait: { feature, z }, traits: [] }
    return suggestedTitle(words, { name: null, suggestion })
  }
  it.each([
    ['share:category:Beauty%20%3E%20Skincare', 1.4, 'Skincare lovers', 'Skincare爱好者'],
    ['share:brand:Acme', 2, 'Acme fans', 'Acme粉丝'],
    ['share:channel:app', 2, 'App shoppers', 'App购物客户'],
    ['level:gender:female', 1.1, 'Female customers', 'Female客户'],
    ['level:email_kind:business', 1.1, 'Company e-mail addresses', '企业邮箱客户'],
    ['level:attribute%3ALoyalty%20tier:Gold', 1.1, 'Gold customers', 'Gold客户'],
    ['level:city:*', 1.1, 'Rarer city', '其他城市客户'],
    ['attribute:Points', -1, 'Low “Points”', '低“Points”客户'],
    ['evening_share', 1.2, 'Evening shoppers', '晚间购物客户'],
    ['discount_share', 1.2, 'Discount hunters', '折扣猎手'],
    ['discount_share', -1.2, 'Full-price buyers', '原价购买客户'],
  ])('%s (%f) is %s, %s', (feature, z, inEnglish, inChinese) => {
    expect(named('en', english, feature, z)).toBe(inEnglish)
    expect(named('zh-CN', chinese, feature, z)).toBe(inChinese)
  })
})
