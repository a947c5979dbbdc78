import { expect, it } from 'vitest'
import { buildInteractions } from '@/lib/recommending/interactions'
import { itemNeighbours, userNeighbours } from '@/lib/recommending/neighbours'
import { forgetCustomers } from './forget-customers'
import { openModel, type StoredModel } from './open-model'

const bought = { user: [0, 0, 1, 1, 2, 2, 3], item: [0, 1, 1, 2, 0, 2, 1] }
const interactions = buildInteractions(4, 3, {
  user: Int32Array.from(bought.user),
  item: Int32Array.from(bought.item),
  weight: new Float64Array(7).fill(1),
})
const product = (id: string) => ({
  ...{ id, title: null, category: null, brand: null, tags: null, description: null, price: null },
  ...{ cost: null, stock: null },
})
const stored: StoredModel = {
  models: {
    interactions,
    recent: new Float64Array(3),
    groups: { of: Int32Array.of(0, 1, 0, 1), count: 2 },
    categories: null,
    items: itemNeighbours(interactions, { k: 2 }),
    users: userNeighbours(interactions, { k: 3 }),
    content: null,
    ease: null,
  },
  customerIds: ['a', 'b', 'c', 'd'],
  products: ['x', 'y', 'z'].map(product),
  blend: [],
  chosen: 'user',
  levels: [1, 2, 3, null],
  segmentIds: ['s', 't'],
}

it('takes a customer out of everything that is told by customer and leaves the others as they were', () => {
  const left = forgetCustomers(stored, new Set(['b', 'nobody']))!
  expect(left.customerIds).toEqual(['a', 'c', 'd'])
  expect(left.levels).toEqual([1, 3, null])
  expect(left.models.groups).toEqual({ of: Int32Array.of(0, 0, 1), count: 2 })
  const { offsets, indices, users } = left.models.interactions
  expect([users, [...offsets], [...indices]]).toEqual([3, [0, 2, 4, 5], [0, 1, 0, 2, 1]])
  // a’s neighbours were b, c and d: c and d are now 1 and 2
  const neighbours = left.models.users!
  expect([...neighbours.indices.subarray(0, neighbours.offsets[1])].sort()).toEqual([1, 2])
  expect([...neighbours.indices].every((index) => index < 3)).toBe(true)
  expect(left.models.items).toBe(stored.models.items)
  const scores = new Float64Array(3)
  openModel(left).strategies.get('user')!.score(0, scores)
  expect(scores.every(Number.isFinite)).toBe(true)
})

it('says when there is nobody to forget', () => {
  expect(forgetCustomers(stored, new Set(['nobody']))).toBeNull()
})
