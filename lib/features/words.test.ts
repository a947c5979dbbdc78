import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import english from '@/lib/i18n/messages/en/features.json'
import chinese from '@/lib/i18n/messages/zh-CN/features.json'
import { attributeId, levelId, shareId, shareKinds } from './feature-id'
import { conditions } from './needs'
import { type FeatureTranslator, wordFeature, wordField, wordFieldValue } from './words'

const en = createTranslator({ locale: 'en', messages: english }) as unknown as FeatureTranslator
const zh = createTranslator({ locale: 'zh-CN', messages: chinese }) as unknown as FeatureTranslator

describe('words of features', () => {
  it('name those of the catalogue', () => {
    expect(wordFeature(en, 'recency').name).toBe('Days since last purchase')
    expect(wordFeature(zh, 'recency').name).toBe('距上次购买天数')
  })

  it('name those of the brand’s own data with its own words', () => {
    expect(wordFeature(en, attributeId('{Points} <b>'))).toEqual({
      name: '{Points} <b>',
      meaning: 'The number in your column “{Points} <b>”.',
    })
    expect(wordFeature(en, levelId('attribute:Plan', 'Gold')).name).toBe('Plan: Gold')
    expect(wordFeature(en, levelId('country', null)).name).toBe('Country: all others')
    expect(wordFeature(zh, levelId('email_kind', 'free')).name).toBe('邮箱类型：免费邮箱')
    expect(wordFeature(en, shareId('category', 'Cups')).name).toBe('Spend on Cups')
    for (const kind of shareKinds) {
      for (const t of [en, zh]) expect(wordFeature(t, shareId(kind, 'X')).meaning).toContain('X')
    }
  })

  it('leave what they do not know as it is', () => {
    expect(wordFeature(en, 'no_such').name).toBe('no_such')
    expect(wordFeature(en, 'level:x').name).toBe('level:x')
    expect(wordField(en, 'attribute:gender')).toBe('gender')
    expect(wordField(en, 'gender')).toBe('Gender')
    expect(wordFieldValue(en, 'attribute:email_kind', 'free')).toBe('free')
  })

  it('say what is needed', () => {
    for (const condition of conditions) for (const t of [en, zh]) expect(t(`needs.${condition}`)).toBeTruthy()
  })
})
