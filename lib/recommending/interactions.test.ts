import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fourByFive } from './four-by-five.fixture'
import { binarise, buildInteractions, countUsers, transpose } from './interactions'

describe('buildInteractions', () => {
  it('orders, sums and drops what a return cancels', () => {
    const built = buildInteractions(3, 4, {
      user: Int32Array.of(2, 0, 2, 0, 2, 2),
      item: Int32Array.of(3, 1, 0, 1, 3, 2),
      weight: Float64Array.of(2, 1, 5, 0.5, -2, -1),
    })
    expect([...built.offsets]).toEqual([0, 1, 1, 2])
    expect([...built.indices]).toEqual([1, 0])
    expect([...built.weights]).toEqual([1.5, 5])
  })

  it('takes no interactions at all', () => {
    const empty = { user: new Int32Array(0), item: new Int32Array(0), weight: new Float64Array(0) }
    expect([...buildInteractions(2, 2, empty).offsets]).toEqual([0, 0, 0])
  })

  it('refuses indices out of range, unequal lengths and gaps', () => {
    const one = { user: Int32Array.of(0), item: Int32Array.of(0), weight: Float64Array.of(1) }
    expect(() => buildInteractions(1, 1, { ...one, user: Int32Array.of(1) })).toThrow('user 1')
    expect(() => buildInteractions(1, 1, { ...one, item: Int32Array.of(-1) })).toThrow('item -1')
    expect(() => buildInteractions(1, 1, { ...one, weight: new Float64Array(2) })).toThrow('lengths')
    expect(() => buildInteractions(1, 1, { ...one, weight: Float64Array.of(Number.NaN) })).toThrow('finite')
  })

  it('holds every sum above 0 of any observations, once', () => {
    const triples = fc.array(
      fc.record({
        user: fc.nat({ max: 4 }),
        item: fc.nat({ max: 5 }),
        weight: fc.integer({ min: -3, max: 3 }),
      }),
    )
    fc.assert(
      fc.property(triples, (list) => {
        const built = buildInteractions(5, 6, {
          user: Int32Array.from(list, ({ user }) => user),
          item: Int32Array.from(list, ({ item }) => item),
          weight: Float64Array.from(list, ({ weight }) => weight),
        })
        const sums = new Map<string, number>()
        for (const { user, item, weight } of list) {
          sums.set(`${user} ${item}`, (sums.get(`${user} ${item}`) ?? 0) + weight)
        }
        const expected = [...sums].filter(([, sum]) => sum > 0).sort(([a], [b]) => (a < b ? -1 : 1))
        const found = Array.from({ length: 5 }, (_, user) =>
          Array.from(built.indices.subarray(built.offsets[user]!, built.offsets[user + 1]!), (item, i) => [
            `${user} ${item}`,
            built.weights[built.offsets[user]! + i]!,
          ]),
        ).flat()
        expect(found).toEqual(expected)
      }),
    )
  })
})

describe('transpose', () => {
  it('has items as rows and is its own inverse', () => {
    const turned = transpose(fourByFive)
    expect([...turned.offsets]).toEqual([0, 2, 5, 7, 9, 9])
    expect([...turned.indices]).toEqual([0, 1, 0, 1, 2, 1, 2, 2, 3])
    expect([...turned.weights]).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 1])
    expect(transpose(turned)).toEqual(fourByFive)
  })
})

it('counts users and forgets weights', () => {
  expect([...countUsers(fourByFive)]).toEqual([2, 3, 2, 2, 0])
  expect([...binarise(fourByFive).weights]).toEqual(new Array(9).fill(1))
})
