import { setImmediate as tick } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTurns } from './turns'

describe('createTurns', () => {
  it('lets no more than the limit work at once, in their order, whatever fails', async () => {
    const take = createTurns(2)
    const owner = {}
    const log: string[] = []
    const work = (name: string) =>
      take(owner, async () => {
        log.push(`+${name}`)
        await tick()
        log.push(`-${name}`)
        if (name === 'a') throw new Error(name)
        return name
      })
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map(work))
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
      'failed',
      'b',
      'c',
      'd',
    ])
    let busy = 0
    for (const entry of log) {
      busy += entry.startsWith('+') ? 1 : -1
      expect(busy).toBeLessThanOrEqual(2)
    }
    expect(log.filter((entry) => entry.startsWith('+'))).toEqual(['+a', '+b', '+c', '+d'])
  })

  it('does not make owners wait for each other', async () => {
    const take = createTurns(1)
    const never = take({}, () => new Promise(() => {}))
    expect(await Promise.race([never, take({}, async () => 'other')])).toBe('other')
  })
})
