import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/statistics/random'
import { explainLabels } from './explain'

const rows = 900
const random = createRandom(5)
const value = Float64Array.from({ length: rows }, () => Math.floor(random() * 100))
const noise = Float64Array.from({ length: rows }, () => Math.floor(random() * 100))

describe('explainLabels', () => {
  it('finds a rule and measures it on rows it has not seen', () => {
    const labels = Int32Array.from(value, (one) => (one > 60 ? 1 : 0))
    const { fidelity, heldOut, rules } = explainLabels([noise, value], labels, 2)!
    expect(fidelity).toBe(1)
    expect(heldOut).toBe(300)
    expect(rules).toEqual([
      { label: 0, conditions: [{ feature: 1, operator: '<=', value: 60 }] },
      { label: 1, conditions: [{ feature: 1, operator: '>', value: 60 }] },
    ])
  })

  it('does not claim to explain chance', () => {
    const labels = Int32Array.from({ length: rows }, () => (random() < 0.5 ? 1 : 0))
    expect(explainLabels([noise, value], labels, 2)!.fidelity).toBeLessThan(0.6)
  })

  it('takes a missing value for the median', () => {
    const holed = value.map((one, row) => (row % 7 === 0 ? Number.NaN : one))
    const labels = Int32Array.from(holed, (one) => (one > 20 || Number.isNaN(one) ? 1 : 0))
    const { fidelity, fills } = explainLabels([holed], labels, 2)!
    expect(fills[0]).toBeGreaterThan(40)
    expect(fidelity).toBe(1)
  })

  it('says nothing of a single class, of few rows or of no features', () => {
    expect(explainLabels([value], new Int32Array(rows), 1)).toBeNull()
    expect(
      explainLabels(
        [value.subarray(0, 30)],
        Int32Array.from({ length: 30 }, (_, i) => i % 2),
        2,
      ),
    ).toBeNull()
    expect(
      explainLabels(
        [],
        Int32Array.from({ length: rows }, (_, i) => i % 2),
        2,
      ),
    ).toBeNull()
  })

  it('never has more than twelve rules of four features', () => {
    const labels = Int32Array.from(value, (one, row) => (one + noise[row]!) % 9)
    const { rules } = explainLabels([noise, value], labels, 9)!
    expect(rules.length).toBeLessThanOrEqual(12)
    expect(Math.max(...rules.map(({ conditions }) => conditions.length))).toBeLessThanOrEqual(4)
  })
})
