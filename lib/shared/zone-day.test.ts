import { expect, it } from 'vitest'
import { startOfDay } from './zone-day'

it.each([
  ['2026-03-01', 'UTC', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01', 'Asia/Shanghai', '2026-02-28T16:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-11-01', 'America/Los_Angeles', '2026-11-01T07:00:00.000Z'],
  ['2026-11-02', 'America/Los_Angeles', '2026-11-02T08:00:00.000Z'],
  ['2026-07-01', 'Pacific/Kiritimati', '2026-06-30T10:00:00.000Z'],
])('finds when %s begins in %s', (day, zone, moment) => {
  expect(startOfDay(day, zone).toISOString()).toBe(moment)
})

it('finds the end of a day of 23 hours', () => {
  const hours =
    startOfDay('2026-03-29', 'Europe/Berlin', true).getTime() -
    startOfDay('2026-03-29', 'Europe/Berlin').getTime()
  expect(hours / 3_600_000).toBe(23)
})
