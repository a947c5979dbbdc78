import { describe, expect, it } from 'vitest'
import { readTimeline } from './reading-timeline'

const timeline = {
  months: ['2024-01', '2024-02', '2024-03'],
  revenue: [
    [10, 30, 90],
    [20, 10, 1],
  ],
}

describe('readTimeline', () => {
  it('names the strongest segment of the last full month', () => {
    expect(readTimeline(timeline, '2024-03-15')).toEqual({
      month: '2024-02',
      segment: 0,
      amount: 30,
      share: 0.75,
    })
  })

  it('takes the month of the as-of day when it ends with that day', () => {
    expect(readTimeline(timeline, '2024-03-31')).toMatchObject({ month: '2024-03', amount: 90 })
    expect(readTimeline(timeline, '2024-02-29')).toMatchObject({ month: '2024-02' })
  })

  it('says nothing without a full month or without revenue', () => {
    expect(readTimeline(timeline, '2024-02-10')).toBeNull()
    expect(readTimeline({ months: ['2024-01', '2024-02'], revenue: [[0, 0]] }, '2024-02-29')).toBeNull()
  })
})
