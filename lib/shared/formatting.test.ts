import { describe, expect, it } from 'vitest'
import { createFormats } from './formatting'

const en = createFormats('en', 'EUR', 'Europe/Berlin')
const zh = createFormats('zh-CN', 'CNY', 'Asia/Shanghai')

describe('amounts', () => {
  it('writes the currency with its own decimals', () => {
    expect(en.money(1234.5)).toBe('€1,234.50')
    expect(zh.money(1234.5)).toBe('¥1,234.50')
    expect(createFormats('en', 'JPY', 'UTC').money(1234.5)).toBe('¥1,235')
    expect(createFormats('en', 'CNY', 'UTC').money(8)).toBe('¥8.00')
    expect(createFormats('zh-CN', 'JPY', 'UTC').money(8)).toBe('¥8')
    expect(en.money(-3)).toBe('-€3.00')
  })

  it('never writes minus zero', () => {
    expect(en.money(-0.001)).toBe('€0.00')
    expect(en.integer(-0)).toBe('0')
  })

  it('shortens large amounts and leaves small ones', () => {
    expect(en.moneyCompact(1_234_567)).toBe('€1.2M')
    expect(en.moneyCompact(2_000)).toBe('€2K')
    expect(en.moneyCompact(250)).toBe('€250')
    expect(en.moneyCompact(12.34)).toBe('€12.34')
    expect(zh.moneyCompact(1_200_000)).toBe('¥120万')
    expect(createFormats('zh-CN', 'JPY', 'UTC').moneyCompact(12_345)).toBe('¥1.2万')
  })
})

describe('numbers', () => {
  it('writes counts, decimals and shares', () => {
    expect(en.integer(54_321)).toBe('54,321')
    expect(en.decimal(2)).toBe('2.0')
    expect(en.decimal(2.345, 2)).toBe('2.35')
    expect(en.percent(0.256)).toBe('26%')
    expect(zh.percent(0.256, 1)).toBe('25.6%')
    expect(en.compact(54_321)).toBe('54.3K')
    expect(zh.compact(54_321)).toBe('5.4万')
  })

  it('writes sizes in decimal units', () => {
    expect(en.bytes(0)).toBe('0 bytes')
    expect(en.bytes(999)).toBe('999 bytes')
    expect(en.bytes(1_500_000)).toBe('1.5 MB')
    expect(zh.bytes(2_000_000_000)).toBe('2 GB')
  })

  it('joins lists', () => {
    expect(en.list(['a', 'b', 'c'])).toBe('a, b, and c')
    expect(zh.list(['甲', '乙', '丙'])).toBe('甲、乙和丙')
  })
})

describe('dates', () => {
  it('keeps local times as they stand in the file', () => {
    expect(en.date('2024-05-01')).toBe('May 1, 2024')
    expect(zh.date('2024-05-01')).toBe('2024年5月1日')
    expect(en.dateTime('2024-05-01T23:30:00')).toBe('May 1, 2024, 23:30')
    expect(en.dateTime('2024-05-01 00:05')).toBe('May 1, 2024, 00:05')
  })

  it('shows moments in the time zone of the workspace', () => {
    expect(en.dateTime('2024-05-01T23:30:00Z')).toBe('May 2, 2024, 01:30')
    expect(zh.date(new Date('2024-05-01T20:00:00Z'))).toBe('2024年5月2日')
  })
})
