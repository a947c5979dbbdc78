import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/statistics/random'
import { fourByFive, scoresOf } from './four-by-five.fixture'
import { buildInteractions, type Interactions } from './interactions'
import { createItemScorer, createUserScorer } from './neighbour-scorers'
import { itemNeighbours, type Neighbours, userNeighbours } from './neighbours'

const rowOf = ({ offsets, indices, similarities }: Neighbours, row: number) =>
  Array.from(indices.subarray(offsets[row]!, offsets[row + 1]!), (index, i) => [
    index,
    similarities[offsets[row]! + i]!,
  ])

function expectRow(found: number[][], expected: number[][]) {
  expect(found.map(([index]) => index)).toEqual(expected.map(([index]) => index))
  for (const [i, [, similarity]] of expected.entries()) expect(found[i]![1]).toBeCloseTo(similarity!, 12)
}

describe('the example worked by hand', () => {
  const items = itemNeighbours(fourByFive, { k: 5 })
  const users = userNeighbours(fourByFive, { k: 5 })

  it('has the cosines of items', () => {
    // a·b = 2, ‖a‖ = √2, ‖b‖ = √3; c·d = 2, ‖c‖ = √2, ‖d‖ = √5
    expectRow(rowOf(items, 0), [
      [1, 2 / Math.sqrt(6)],
      [2, 1 / 2],
    ])
    expectRow(rowOf(items, 1), [
      [0, 2 / Math.sqrt(6)],
      [2, 2 / Math.sqrt(6)],
      [3, 2 / Math.sqrt(15)],
    ])
    expectRow(rowOf(items, 2), [
      [1, 2 / Math.sqrt(6)],
      [3, 2 / Math.sqrt(10)],
      [0, 1 / 2],
    ])
    expectRow(rowOf(items, 4), [])
  })

  it('has the cosines of users', () => {
    expectRow(rowOf(users, 0), [
      [1, 2 / Math.sqrt(6)],
      [2, 1 / Math.sqrt(12)],
    ])
    expectRow(rowOf(users, 3), [[2, 2 / Math.sqrt(6)]])
  })

  it('keeps the k nearest, equals by the lower index', () => {
    const two = itemNeighbours(fourByFive, { k: 1 })
    expectRow(rowOf(two, 1), [[0, 2 / Math.sqrt(6)]])
    expectRow(rowOf(two, 2), [[1, 2 / Math.sqrt(6)]])
  })

  it('doubts what few have in common', () => {
    const shrunk = itemNeighbours(fourByFive, { k: 5, shrinkage: 2 })
    expectRow(rowOf(shrunk, 1), [
      [0, (2 / Math.sqrt(6)) * (2 / 4)],
      [2, (2 / Math.sqrt(6)) * (2 / 4)],
      [3, (2 / Math.sqrt(15)) * (1 / 3)],
    ])
  })

  it('weighs rare company more', () => {
    const [rare, common] = [Math.log(5 / 3) + 1, Math.log(5 / 4) + 1]
    const found = rowOf(userNeighbours(fourByFive, { k: 5, idf: true }), 0)
    const length = (...weights: number[]) => Math.hypot(...weights)
    expectRow(found, [
      [1, (rare ** 2 + common ** 2) / (length(rare, common) * length(rare, common, rare))],
      [2, common ** 2 / (length(rare, common) * length(common, rare, 2 * rare))],
    ])
  })

  it('scores by items', () => {
    const scorer = createItemScorer(fourByFive, items)
    const scores = scoresOf(scorer, 0)
    expect(scores[2]).toBeCloseTo(1 / 2 + 2 / Math.sqrt(6), 12)
    expect(scores[3]).toBeCloseTo(2 / Math.sqrt(15), 12)
    expect(scores[4]).toBe(0)
    const reasons = scorer.reasons?.(0, 2, 5) ?? []
    expect(reasons.map(({ item }) => item)).toEqual([1, 0])
    expect(reasons[0]?.share).toBeCloseTo(2 / Math.sqrt(6) / (1 / 2 + 2 / Math.sqrt(6)), 12)
  })

  it('scores by users', () => {
    const scorer = createUserScorer(fourByFive, users)
    const scores = scoresOf(scorer, 0)
    expect(scores[2]).toBeCloseTo(2 / Math.sqrt(6) + 1 / Math.sqrt(12), 12)
    expect(scores[3]).toBeCloseTo(2 / Math.sqrt(12), 12)
    expect(scorer.reasons?.(3, 2, 5)).toEqual([{ item: 3, share: 1 }])
  })

  it('refuses a k below 1 and a negative shrinkage', () => {
    expect(() => itemNeighbours(fourByFive, { k: 0 })).toThrow(RangeError)
    expect(() => userNeighbours(fourByFive, { k: 1, shrinkage: -1 })).toThrow(RangeError)
  })
})

describe('any data', () => {
  function draw(users: number, items: number, count: number): Interactions {
    const random = createRandom(users * items)
    const below = (limit: number) => Int32Array.from({ length: count }, () => Math.floor(random() * limit))
    const weight = Float64Array.from({ length: count }, () => 1 + Math.floor(random() * 5))
    return buildInteractions(users, items, { user: below(users), item: below(items), weight })
  }

  it('agrees with every pair compared one by one', () => {
    const data = draw(60, 40, 600)
    const dense = Array.from({ length: data.users }, (_, user) => {
      const row = new Array<number>(data.items).fill(0)
      for (let p = data.offsets[user]!; p < data.offsets[user + 1]!; p++)
        row[data.indices[p]!] = data.weights[p]!
      return row
    })
    const found = userNeighbours(data, { k: 7 })
    dense.forEach((row, user) => {
      const cosine = (other: number[]) =>
        row.reduce((sum, value, i) => sum + value * other[i]!, 0) /
        (Math.hypot(...row) * Math.hypot(...other))
      const expected = dense
        .map((other, index) => [index, cosine(other)] as const)
        .filter(([index, similarity]) => index !== user && similarity > 0)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 7)
      const own = rowOf(found, user)
      expect(own.length).toBe(expected.length)
      for (const [i, [, similarity]] of expected.entries()) expect(own[i]![1]).toBeCloseTo(similarity, 12)
    })
  })
})
