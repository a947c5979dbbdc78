import { expect, test } from 'vitest'
import { importStanding } from './state-badge'

test.each([
  ['checked', 'running', 'running'],
  ['checked', 'failed', 'failed'],
  ['checked', 'completed', 'checked'],
  ['imported', 'completed', 'imported'],
  ['undone', 'completed', 'undone'],
  ['discarded', 'failed', 'discarded'],
] as const)('an import that is %s with a job %s stands as %s', (stage, state, standing) => {
  expect(importStanding({ stage, state })).toBe(standing)
})
