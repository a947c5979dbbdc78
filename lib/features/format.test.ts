import { describe, expect, it } from 'vitest'
import { createFormats } from '@/lib/shared/formatting'
import { formatFeature } from './format'
import type { Unit } from './units'

const english = createFormats('en', 'EUR', 'UTC')
const chinese = createFormats('zh-CN', 'CNY', 'UTC')
const plain = (text: string) => text.replaceAll(/\u00a0|\u202f/g, ' ')

describe('formatFeature', () => {
  it.each<[Unit, number, string, string]>([
    ['days', 1, '1 day', '1天'],
    ['days', 4.26, '4.3 days', '4.3天'],
    ['days', 363.4, '363 days', '363天'],
    ['hours', 2.34, '2.3 hours', '2.3小时'],
    ['years', 41, '41 years', '41年'],
    ['money', 1234.5, '€1,234.50', '¥1,234.50'],
    ['share', 0.256, '26%', '26%'],
    ['share', 0.056, '5.6%', '5.6%'],
    ['count', 3, '3', '3'],
    ['count', 3.25, '3.3', '3.3'],
    ['decimal', 2, '2.0', '2.0'],
    ['rating', 4.46, '4.5', '4.5'],
  ])('writes %s %d in both languages', (unit, value, en, zh) => {
    expect(plain(formatFeature(english, unit, value)).replaceAll(' ', '')).toBe(en.replaceAll(' ', ''))
    expect(plain(formatFeature(chinese, unit, value)).replaceAll(' ', '')).toBe(zh)
  })
})
