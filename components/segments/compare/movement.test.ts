import { expect, it } from 'vitest'
import type { Flow } from '@/lib/segments/compare-schema'
import { listMoves, summariseMovement } from './movement'

const flow = (
  from: number | null,
  to: number | null,
  customers: number,
  before: number,
  after = before,
): Flow => ({
  from,
  to,
  customers,
  revenueBefore: before,
  revenueAfter: after,
})
const stay = flow(0, 0, 60, 600)
const down = flow(0, 1, 10, 900)
const up = flow(1, 0, 25, 50)
const fresh = flow(null, 1, 7, 0, 70)
const left = flow(1, null, 3, 30, 0)
const compared = {
  flows: [stay, up, down, fresh, left],
  pairs: [{ a: 0, b: 0, shared: 60, jaccard: 0.6 }],
  both: 95,
}

it('tells those who stayed from those who moved, without the new and those who left', () => {
  expect(summariseMovement(compared)).toEqual({ stayed: 60, moved: 35, movedRevenue: 950, largest: up })
  expect(summariseMovement({ flows: [stay], pairs: compared.pairs, both: 60 })).toMatchObject({
    moved: 0,
    largest: null,
  })
})

it('lists moves by customers or by the revenue at stake', () => {
  expect(listMoves(compared, 'customers')).toEqual([up, down, fresh, left])
  expect(listMoves(compared, 'revenue')).toEqual([down, fresh, up, left])
})
