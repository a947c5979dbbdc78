import { describe, expect, test } from 'vitest'
import { lastFullMonth, readRevenue } from './reading-revenue'

const months = [
  ['2024-11', 100],
  ['2024-12', 300],
  ['2025-11', 110],
  ['2025-12', 60],
].map(([month, netRevenue]) => ({ month: String(month), netRevenue: Number(netRevenue) }))

describe('readRevenue', () => {
  test('compares the last full month with the year before', () => {
    const reading = readRevenue(months, '2024-11-01', '2025-12-09')
    expect(reading).toMatchObject({ key: 'bestAndMore', best: { month: '2024-12' }, last: '2025-11' })
    expect(reading).toHaveProperty('change', expect.closeTo(0.1))
  })
  test('compares a month that ends with the data', () => {
    expect(readRevenue(months, '2024-11-01', '2025-12-31')).toMatchObject({
      key: 'bestAndLess',
      last: '2025-12',
      change: 0.8,
    })
  })
  test('does not compare with a month that began before the data', () => {
    expect(readRevenue(months, '2024-11-15', '2025-12-09')).toEqual({ key: 'best', best: months[1] })
  })
  test('does not compare what is not there', () => {
    expect(readRevenue(months.slice(0, 2), '2024-11-01', '2024-12-31').key).toBe('best')
    expect(readRevenue(months.slice(0, 1), '2024-11-01', '2024-11-30').key).toBe('single')
    expect(readRevenue([], '', '').key).toBe('none')
    expect(readRevenue([{ month: '2024-11', netRevenue: -5 }], '2024-11-01', '2024-11-02').key).toBe('none')
  })
})

test.each([
  ['2025-12-31', '2025-12'],
  ['2025-12-30', '2025-11'],
  ['2025-01-05', '2024-12'],
  ['2024-02-29', '2024-02'],
])('the last full month by %s is %s', (date, month) => {
  expect(lastFullMonth(date)).toBe(month)
})
