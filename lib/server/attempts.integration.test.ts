import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase, testProviders } from '../tooling/test-databases'
import { clearAttempts, countAttempt } from './attempts'

describe.each(testProviders)('attempts on %s', (provider) => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await openTestDatabase(provider)
  })
  afterAll(() => test.close())

  const count = (key: string, now: number) => countAttempt(test.database, key, now)

  it('lets three of fifty at the same moment through', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => count('crowd', 1_000_000)))
    expect(answers.filter(Boolean)).toHaveLength(3)
  })

  it('lets at most three through in any ten seconds', async () => {
    const times = Array.from({ length: 120 }, (_, index) => 2_000_000 + index * 500)
    const passed: number[] = []
    for (const time of times) if (await count('steady', time)) passed.push(time)
    expect(passed.length).toBeGreaterThan(6)
    for (const time of passed) {
      expect(passed.filter((other) => other >= time && other < time + 10_000).length).toBeLessThanOrEqual(3)
    }
  })

  it('keeps accounts apart and forgets one after a success', async () => {
    for (let index = 0; index < 3; index++) expect(await count('ann', 3_000_000)).toBe(true)
    expect(await count('ann', 3_000_000)).toBe(false)
    expect(await count('bob', 3_000_000)).toBe(true)
    await clearAttempts(test.database, 'ann')
    expect(await count('ann', 3_000_000)).toBe(true)
  })
})
