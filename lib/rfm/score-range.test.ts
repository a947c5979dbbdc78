import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRange } from './score-range'
import { type AxisBounds, quantileBounds, type RfmAxis, rfmAxes, scoreColumn } from './scores'

const all = (axis: RfmAxis, bounds: AxisBounds) =>
  Array.from({ length: bounds.length + 1 }, (_, i) => scoreRange(axis, bounds, i + 1))

describe('scoreRange', () => {
  it('says days from long ago to lately', () => {
    expect(all('recency', [200, 90, 41, 23])).toEqual([
      { kind: 'from', from: 201 },
      { kind: 'between', from: 91, to: 200 },
      { kind: 'between', from: 42, to: 90 },
      { kind: 'between', from: 24, to: 41 },
      { kind: 'upTo', to: 23 },
    ])
  })

  it('says purchases in whole numbers, and which scores nobody can have', () => {
    expect(all('frequency', [2, 2, 3, 5])).toEqual([
      { kind: 'same', from: 1 },
      { kind: 'none' },
      { kind: 'same', from: 2 },
      { kind: 'between', from: 3, to: 4 },
      { kind: 'from', from: 5 },
    ])
    expect(all('frequency', [null, null])).toEqual([{ kind: 'any' }, { kind: 'none' }, { kind: 'none' }])
    expect(all('frequency', [1])).toEqual([{ kind: 'none' }, { kind: 'from', from: 1 }])
  })

  it('rounds a mean to what whole days and purchases can be', () => {
    expect(all('recency', [123.4])).toEqual([
      { kind: 'from', from: 124 },
      { kind: 'upTo', to: 123 },
    ])
    expect(all('frequency', [2.37])).toEqual([
      { kind: 'upTo', to: 2 },
      { kind: 'from', from: 3 },
    ])
  })

  it('says money with the first value that is too much', () => {
    expect(all('monetary', [10.5, 99.95])).toEqual([
      { kind: 'upTo', to: 10.5 },
      { kind: 'between', from: 10.5, to: 99.95 },
      { kind: 'from', from: 99.95 },
    ])
  })

  it('holds every customer of the score, and no other', () => {
    const cases = fc.tuple(
      fc.constantFrom(...rfmAxes),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 2, max: 5 }),
    )
    fc.assert(
      fc.property(cases, ([axis, values, bins]) => {
        const bounds = quantileBounds(axis, Float64Array.from(values).sort(), bins)
        const ranges = all(axis, bounds)
        const scores = scoreColumn(axis, bounds, Float64Array.from(values))
        for (const [row, value] of values.entries()) {
          const holding = ranges.flatMap((range, i) => {
            const from = 'from' in range ? range.from : Number.NEGATIVE_INFINITY
            const open = range.kind === 'same' ? range.from : Number.POSITIVE_INFINITY
            const to = 'to' in range ? range.to : open
            if (range.kind === 'none' || value < from) return []
            return (axis === 'monetary' && 'to' in range ? value < to : value <= to) ? [i + 1] : []
          })
          expect(holding).toEqual([scores[row]])
        }
      }),
    )
  })
})
