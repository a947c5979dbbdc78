import { expect, it } from 'vitest'
import { monthsBefore } from './months-before'

it('goes back by months, to the last day of a short one', () => {
  const before = (at: string, months: number) => monthsBefore(new Date(at), months).toISOString()
  expect(before('2024-03-31T10:00:00Z', 1)).toBe('2024-02-29T10:00:00.000Z')
  expect(before('2024-01-15T00:00:00Z', 14)).toBe('2022-11-15T00:00:00.000Z')
})
